import com.adobe.epubcheck.tool.EpubChecker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Checks books in one virtual machine, as they are named: a line with the book, one with the JSON report to write; a line answers. */
public class EpubCheckAll {
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String book = lines.readLine(); book != null; book = lines.readLine()) {
      new EpubChecker().run(new String[] {book, "--json", lines.readLine(), "--quiet"});
      answers.println("checked");
      answers.flush();
    }
  }
}
