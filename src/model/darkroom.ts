/** The formats that images are made in. */
export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'svg';

/** What an edition can show of an image. */
export interface ImageNeeds {
  /** What it shows as it is; whatever else there is becomes a JPEG or a PNG. */
  readonly formats: readonly ImageFormat[];
  /** Of a JPEG that has to be redrawn, from 1 to 100. */
  readonly quality: number;
  /** Most pixels per inch of the text block (and of the page, on a cover); more cannot be seen. Paged editions only. */
  readonly density?: number | undefined;
  /** With fewer pixels per inch, at the size that it is set in, an image looks coarse, and that is told. */
  readonly leastDensity?: number | undefined;
  /** In greys, whatever it was. */
  readonly grey?: boolean | undefined;
  /** Most pixels and bytes of one image. */
  readonly pixels?: number | undefined;
  readonly bytes?: number | undefined;
}

/** How an image is wanted for one place. */
export interface ImageTarget extends Omit<ImageNeeds, 'density' | 'leastDensity'> {
  /** It is scaled down to fit into this, in pixels, and never up; a drawing that has to be drawn fills it. */
  readonly box?: { readonly width: number; readonly height: number } | undefined;
}

/** An image as one edition shows it: upright, in sRGB, eight bits deep, with nothing in it but its pixels. */
export interface Plate {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';
  readonly extension: 'png' | 'jpg' | 'gif' | 'svg';
  /** Why it was redrawn; absent where its pixels are the author's own. */
  readonly changed?: 'format' | 'size' | undefined;
}

/** Where images are made ready, each once for each target, a few at a time. */
export interface Darkroom {
  /** Rejects where the bytes are no image that can be decoded. */
  develop(image: Uint8Array, target: ImageTarget): Promise<Plate>;
  /** @param profile of a press, in ICC's format */
  separate(profile: Uint8Array): Promise<Separation>;
}

/** Turns colours of sRGB into the four inks of a press (cyan, magenta, yellow, black), as its profile has them. */
export interface Separation {
  /** Whether colours can be made with the profile. Rejects where they cannot be made at all. */
  isUsable(): Promise<boolean>;
  /**
   * @param rgb three bytes for each colour
   * @returns four bytes for each, from 0 (no ink) to 255
   */
  colours(rgb: Uint8Array): Promise<Uint8Array>;
  /** A JPEG of red, green and blue as one of four inks, whose values say, as Adobe's do, how little ink there is. */
  photograph(jpeg: Uint8Array): Promise<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
}
