import com.adobe.epubcheck.tool.EpubChecker;

/** Checks several books in one virtual machine: pairs of arguments, the book and the JSON report to write. */
public class EpubCheckAll {
  public static void main(String[] args) {
    for (int i = 0; i + 1 < args.length; i += 2) {
      new EpubChecker().run(new String[] {args[i], "--json", args[i + 1], "--quiet"});
    }
  }
}
