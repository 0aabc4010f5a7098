package org.vigie.pipeline.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vigie.pipeline.lines.ChatKeys;
import org.vigie.pipeline.lines.ForeignLines;
import org.vigie.pipeline.lines.Utf8Stream;

/** The formats in which adverts come in; gzip is transparent in each. */
public enum InputFormat {
  /** JSON Lines of the schema advert-v1. */
  JSONL,
  /** CSV with a header line. */
  CSV,
  /** WARC. */
  WARC;

  /** A first line that is longer is taken for one whole. */
  private static final int MAX_LINE = 1 << 16;

  /** How answers of sites and exports of chats begin. */
  private static final java.util.regex.Pattern LISTS =
      java.util.regex.Pattern.compile("^\\{\\s*\"[^\"]{1,40}\"\\s*:\\s*[\\[{]");

  /** Returns the format of a file, by its name or else by how it begins; empty if neither tells. */
  public static Optional<InputFormat> detect(Path file) throws IOException {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (bare.endsWith(".warc")) {
      return Optional.of(WARC);
    }
    if (bare.endsWith(".jsonl") || bare.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    return bare.endsWith(".csv") ? Optional.of(CSV) : byContent(file);
  }

  /**
   * Returns whether a file begins with lines of JSON that are no adverts of ours, such as what
   * databases and messengers write.
   */
  static boolean isForeign(Path file) throws IOException {
    return ForeignLines.areIn(start(file).replace("\uFEFF", ""));
  }

  private static Optional<InputFormat> byContent(Path file) throws IOException {
    String start = start(file);
    if (start.startsWith("WARC/")) {
      return Optional.of(WARC);
    }
    return start.replace("\uFEFF", "").stripLeading().startsWith("{") && hasLines(start)
        ? Optional.of(JSONL)
        : Optional.empty();
  }

  /**
   * Returns whether the first line is an object, or goes on beyond what is looked at. An object of
   * several lines is JSON of another kind; so is one that is a list of others by its first key, or
   * an export of chats on one line.
   */
  private static boolean hasLines(String start) {
    String text = start.replace("\uFEFF", "").stripLeading();
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).strip();
    boolean isAlone = end < 0 || text.substring(end).isBlank();
    if (isAlone && ChatKeys.areIn(line)) {
      return false;
    }
    return !line.equals("{") && !LISTS.matcher(line).find() && (end < 0 || line.endsWith("}"));
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(8);
      byte[] magic = in.readNBytes(2);
      in.reset();
      boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      InputStream text = new Utf8Stream(gzip ? new GZIPInputStream(in) : in);
      return new String(text.readNBytes(MAX_LINE), StandardCharsets.UTF_8);
    } catch (ZipException | java.io.EOFException e) {
      return ""; // a gzip without a single whole block tells nothing
    }
  }
}
