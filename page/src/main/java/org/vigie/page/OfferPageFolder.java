package org.vigie.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.vigie.web.offer.Helpline;
import org.vigie.web.offer.OfferApp;

/** The offer checker as a folder of files that run in a browser alone. */
public final class OfferPageFolder {
  /** Bytes in a text of the data's script: a multiple of three, so that texts can be joined. */
  private static final int PART = 3 << 20;

  /** Nothing is loaded but the folder's own files, and nothing is sent. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'";

  private static final List<String> SCRIPTS = List.of("offer.js", "page.js");

  /** Data that shows the form. */
  private static final String WORDS = "words";

  /** Data that reads texts. */
  private static final List<String> READING = List.of("tables", "lists", "weights");

  private OfferPageFolder() {}

  /**
   * What a browser loads of a web server that compresses nothing.
   *
   * @param toShow bytes for the form
   * @param toRead bytes more for the first text
   */
  public record Loaded(long toShow, long toRead) {}

  /**
   * Writes it.
   *
   * @param models folder of the models that {@code vigie assess} reads
   * @param helplines whom to call
   * @param folder where to; it is made if it isn't there
   * @return what a browser loads of it
   * @throws IOException if a file can't be read or written, or the script was not built
   */
  public static Loaded write(Path models, List<Helpline> helplines, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("offer.js"), resource("offer.js"));
    Files.write(folder.resolve("page.js"), resource("page.js"));
    Files.writeString(folder.resolve("offer.css"), OfferApp.style());
    Files.writeString(folder.resolve("index.html"), index(new OfferApp(helplines)));
    write(PageBundle.ofWords(helplines), WORDS, Deflater.DEFAULT_STRATEGY, folder);
    write(PageBundle.ofTables(), "tables", Deflater.DEFAULT_STRATEGY, folder);
    write(PageBundle.ofLists(models), "lists", Deflater.DEFAULT_STRATEGY, folder);
    // Nothing in weights is written twice but by chance.
    write(PageBundle.ofWeights(models), "weights", Deflater.HUFFMAN_ONLY, folder);
    return loaded(folder);
  }

  private static Loaded loaded(Path folder) throws IOException {
    long toShow = Files.size(folder.resolve(WORDS + ".bin"));
    for (String file : List.of("index.html", "offer.css", "offer.js", "page.js")) {
      toShow += Files.size(folder.resolve(file));
    }
    long toRead = 0;
    for (String name : READING) {
      toRead += Files.size(folder.resolve(name + ".bin"));
    }
    return new Loaded(toShow, toRead);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = OfferPageFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " must be on the class path: build Vigie with ./vigie test");
      }
      return in.readAllBytes();
    }
  }

  private static String index(OfferApp app) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY)
        .append("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"format-detection\" content=\"telephone=no\">\n<title>")
        .append(app.title("en", false))
        .append("</title>\n<link rel=\"icon\" href=\"data:,\">\n")
        .append("<link rel=\"stylesheet\" href=\"offer.css\">\n");
    for (String script : SCRIPTS) {
      html.append("<script defer src=\"").append(script).append("\"></script>\n");
    }
    return html.append("</head>\n<body>\n<noscript>\n")
        .append(app.withoutScript())
        .append("</noscript>\n</body>\n</html>\n")
        .toString();
  }

  /**
   * Writes data as it is, for a web server, and as a script, since a page that was opened from a
   * file may load nothing else.
   */
  private static void write(PageBundle bundle, String name, int strategy, Path folder)
      throws IOException {
    byte[] bytes = deflated(bundle, strategy);
    Files.write(folder.resolve(name + ".bin"), bytes);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".js"))) {
      out.write(("vigieData('" + name + "', [\n").getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < bytes.length; at += PART) {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PART));
        out.write('"');
        out.write(Base64.getEncoder().encode(part));
        out.write("\",\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.write("]);\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static byte[] deflated(PageBundle bundle, int strategy) throws IOException {
    Deflater deflater = new Deflater();
    deflater.setStrategy(strategy);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
      bundle.write(out);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
