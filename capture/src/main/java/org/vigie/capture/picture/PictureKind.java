package org.vigie.capture.picture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of picture that are decoded, each by how its file begins. */
public enum PictureKind {
  JPEG("jpeg", "\u00ff\u00d8\u00ff"),
  PNG("png", "\u0089PNG\r\n\u001a\n"),
  GIF("gif", "GIF8"),
  BMP("bmp", "BM"),
  TIFF("tiff", "II*\0", "MM\0*");

  /** Other kinds of file that begin as pictures do, or are pictures that nothing here decodes. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "^(?:RIFF....WEBP|....ftyp(?:avif|heic|heix|mif1|msf1)|\0\0\1\0|8BPS|\u00ff\n|\0\0\0\fJXL |"
              + "\0\0\0\fjP {2}|"
              // Only what XML allows before its root: pages draw with SVG too.
              + "(?:\u00ef\u00bb\u00bf)?(?:\\s++|<\\?[^>]*+>|<!--.*?-->"
              + "|<!doctype\\s+svg[^\\[>]*+(?:\\[[^\\]]*+\\])?+[^>]*+>)*+<svg[\\s>])",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final int START = 4_096;

  private final String format;
  private final List<String> starts;

  PictureKind(String format, String... starts) {
    this.format = format;
    this.starts = List.of(starts);
  }

  /** Returns the name under which the JDK has its reader. */
  String format() {
    return format;
  }

  /** Returns the kind of a file; empty if it is none that is decoded. */
  public static Optional<PictureKind> of(byte[] bytes) {
    String start = start(bytes);
    for (PictureKind kind : values()) {
      if (kind.starts.stream().anyMatch(start::startsWith)) {
        // Two letters say little; the size that a bitmap's header tells of itself says more.
        return kind == BMP && !isBitmap(bytes) ? Optional.empty() : Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a file is a picture, be it of a kind that is decoded or not. */
  public static boolean isPicture(byte[] bytes) {
    return of(bytes).isPresent() || isOther(bytes);
  }

  /** Returns whether a file is a picture of a kind that isn't decoded, such as SVG or WebP. */
  static boolean isOther(byte[] bytes) {
    return OTHERS.matcher(start(bytes)).find();
  }

  /** Returns whether a file's name says that it is a picture. */
  public static boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return List.of(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg")
        .stream()
        .anyMatch(lower::endsWith);
  }

  private static boolean isBitmap(byte[] bytes) {
    return bytes.length > 26
        && bytes[15] == 0
        && bytes[16] == 0
        && bytes[17] == 0
        && bytes[14] > 11;
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
  }
}
