package org.vigie.classifier.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a file is known: {@code sha256:} and 64 hexadecimal digits (FIPS 180-4). */
public final class Sha256 {
  private Sha256() {}

  /** Returns the hash of a file. */
  public static String of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /** Returns the hash of some bytes. */
  public static String of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
