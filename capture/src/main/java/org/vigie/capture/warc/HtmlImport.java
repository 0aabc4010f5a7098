package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.advert.Mandate;

/**
 * Wraps a folder of saved pages ({@code .html}, {@code .htm}, with or without {@code .gz}) into a
 * WARC of {@code resource} records.
 *
 * <p>A page is called {@code https://import.invalid/} and its path below the folder, so that its
 * name neither depends on the machine nor leads anywhere ({@code invalid} never resolves, RFC
 * 6761). The same folder and clock make the same bytes.
 */
public final class HtmlImport {
  /** What every imported page's address begins with. */
  public static final String URL_PREFIX = "https://import.invalid/";

  /** Far above any saved page, far below what would exhaust memory. */
  private static final int MAX_PAGE_BYTES = 32 << 20;

  /**
   * What an import did.
   *
   * @param pages files wrapped
   * @param skipped files that are no saved page
   */
  public record Report(long pages, long skipped) {}

  private HtmlImport() {}

  /**
   * Wraps the pages below a folder; links out of it are not followed.
   *
   * @param warc file to write, emptied first; compressed if its name ends in {@code .gz}
   */
  public static Report wrap(Path folder, Path warc, Mandate mandate, Clock clock)
      throws IOException {
    Instant now = clock.instant();
    mandate.requireValid(now);
    List<Path> files = files(folder, warc);
    long pages = 0;
    try (WarcFile out = WarcFile.overwrite(warc, mandate, now)) {
      for (Path file : files) {
        if (wrap(folder, file, out, now)) {
          pages++;
        }
      }
    }
    return new Report(pages, files.size() - pages);
  }

  private static boolean wrap(Path folder, Path file, WarcFile out, Instant now)
      throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean gzip = name.endsWith(".gz");
    String plain = gzip ? name.substring(0, name.length() - 3) : name;
    if (!plain.endsWith(".html") && !plain.endsWith(".htm")) {
      return false;
    }
    byte[] body;
    try (InputStream raw = Files.newInputStream(file)) {
      body = (gzip ? new GZIPInputStream(raw) : raw).readNBytes(MAX_PAGE_BYTES + 1);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      return false; // counted as skipped: compressed pages that are damaged can't be read
    }
    if (body.length > MAX_PAGE_BYTES || body.length == 0) {
      return false;
    }
    out.writeResource(url(folder.relativize(file), gzip), "text/html", body, now);
    return true;
  }

  private static List<Path> files(Path folder, Path warc) throws IOException {
    Path output = warc.toAbsolutePath().normalize();
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.toAbsolutePath().normalize().equals(output))
          .sorted(Comparator.comparing(file -> slashed(folder.relativize(file))))
          .toList();
    }
  }

  private static String url(Path relative, boolean gzip) {
    String path = slashed(relative);
    return URL_PREFIX + escape(gzip ? path.substring(0, path.length() - 3) : path);
  }

  private static String slashed(Path path) {
    StringBuilder slashed = new StringBuilder();
    for (Path part : path) {
      slashed.append(slashed.isEmpty() ? "" : "/").append(part);
    }
    return slashed.toString();
  }

  /** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3, and the slash. */
  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }
}
