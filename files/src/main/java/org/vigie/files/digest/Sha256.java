package org.vigie.files.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The hash by which bytes are known: {@code sha256:} and 64 hexadecimal digits (FIPS 180-4). */
public final class Sha256 {
  private static final Pattern LABELLED = Pattern.compile("sha256:[0-9a-f]{64}");

  /** So many bytes of a file are in memory at once. */
  private static final int PIECE = 1 << 16;

  /** At least, since some files say that they are empty. */
  private static final int LEAST_PIECE = 1 << 12;

  private Sha256() {}

  /** Returns the hash of a file. */
  public static String of(Path file) throws IOException {
    return label(digest(file));
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digester = digester();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer piece = ByteBuffer.allocate((int) Math.clamp(channel.size(), LEAST_PIECE, PIECE));
      while (channel.read(piece) >= 0) {
        digester.update(piece.flip());
        piece.clear();
      }
    }
    return digester.digest();
  }

  /** Returns the hash of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the hash of some bytes. */
  public static String of(byte[] bytes) {
    return label(digest(bytes));
  }

  /** Returns the hash of a file, without its label. */
  public static String hex(Path file) throws IOException {
    return HexFormat.of().formatHex(digest(file));
  }

  /** Returns the hash of a text in UTF-8, without its label. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** Returns the hash of some bytes, without its label. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** Returns the 32 bytes of the hash of a text in UTF-8. */
  public static byte[] digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the 32 bytes of the hash of some bytes. */
  public static byte[] digest(byte[] bytes) {
    return digester().digest(bytes);
  }

  /** Returns a digest as it is written. */
  public static String label(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  /** Returns whether a text is a hash as {@link #of(byte[])} writes it. */
  public static boolean isLabelled(String text) {
    return LABELLED.matcher(text).matches();
  }

  /** Returns what takes in bytes piece by piece. */
  public static MessageDigest digester() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
