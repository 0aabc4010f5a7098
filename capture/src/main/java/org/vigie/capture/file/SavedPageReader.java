package org.vigie.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that a browser saved, or XML: read as if it had just been fetched. */
final class SavedPageReader implements FileReader {
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!-- saved from url=\\(\\d+\\)(\\S+) -->");
  private static final Pattern SINGLE_FILE =
      Pattern.compile("Page saved with SingleFile\\s{1,9}url: (\\S+)");
  private static final Pattern CANONICAL =
      Pattern.compile(
          "<link[^>]{0,200}rel=[\"']?canonical[\"']?[^>]{0,200}?href=[\"']([^\"']{8,1000})[\"']",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OG_URL =
      Pattern.compile(
          "<meta[^>]{0,100}property=[\"']og:url[\"'][^>]{0,100}content=[\"']([^\"']{8,1000})[\"']",
          Pattern.CASE_INSENSITIVE);

  private final String type;

  /**
   * @param type the content type that its files have
   */
  SavedPageReader(String type) {
    this.type = type;
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    byte[] bytes = file.bytes();
    String declared = type;
    String charset = Charsets.of(Arrays.copyOf(bytes, Math.min(bytes.length, 4_000))).name();
    if (charset.startsWith("UTF-16") || charset.startsWith("UTF-32")) {
      // No browser reads UTF-32, and none UTF-16 that says nothing of itself; editors write both.
      bytes = Charsets.decode(bytes).getBytes(StandardCharsets.UTF_8);
      declared = type + "; charset=utf-8";
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, 256 << 10), StandardCharsets.ISO_8859_1);
    sink.page(url(start), declared, bytes, null);
  }

  /** Returns where a page stood, by what the browser or the page itself wrote into it. */
  static String url(String start) {
    for (Pattern pattern : new Pattern[] {SAVED_FROM, SINGLE_FILE, CANONICAL, OG_URL}) {
      Matcher url = pattern.matcher(start);
      if (url.find() && url.group(1).startsWith("http")) {
        return url.group(1).replace("&amp;", "&");
      }
    }
    return "";
  }
}
