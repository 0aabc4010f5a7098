package org.vigie.files.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals bytes with AES-256-GCM (NIST SP 800-38D): nobody reads or changes them without
 * it, or puts what was sealed for one place in another.
 *
 * <p>What is sealed: eight bytes that say so, eight that name the key, twelve of a random nonce,
 * the encrypted bytes with a tag of sixteen.
 */
public final class SealingKey {
  /** Bytes of a key. */
  public static final int BYTES = 32;

  private static final byte[] MARK = "VIGIE\1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String TEXT = "sealed:";
  private static final int NAME = 8;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final byte[] name;
  private final List<SealingKey> former;

  /**
   * @param bytes 32 of them, random
   */
  public SealingKey(byte[] bytes) {
    this(bytes, List.of());
  }

  /**
   * A key that took the place of others: it also opens what they sealed.
   *
   * @param bytes 32 of them, random
   * @param former the others
   */
  public SealingKey(byte[] bytes, List<SealingKey> former) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "a key must have %d bytes, but has %d".formatted(BYTES, bytes.length));
    }
    this.key = new SecretKeySpec(bytes, "AES");
    this.name = name(bytes);
    this.former = List.copyOf(former);
  }

  /** Returns a new key in Base64, as files of keys hold it. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** By which a key is known without telling anything of it. */
  private static byte[] name(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal("name of a key".getBytes(StandardCharsets.US_ASCII)), NAME);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** Returns whether bytes begin as sealed ones do. */
  public static boolean isSealed(byte[] bytes) {
    return bytes.length >= MARK.length + NAME + NONCE + TAG_BITS / Byte.SIZE
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** Returns whether a text is a sealed one. */
  public static boolean isSealed(String text) {
    return text.startsWith(TEXT);
  }

  /** Returns whether sealed bytes were so with another key than this. */
  public boolean isOfAnother(byte[] sealed) {
    return isSealed(sealed)
        && !Arrays.equals(sealed, MARK.length, MARK.length + NAME, name, 0, NAME);
  }

  /** Returns whether a sealed text was so with another key than this. */
  public boolean isOfAnother(String sealed) {
    try {
      return isSealed(sealed)
          && isOfAnother(Base64.getDecoder().decode(sealed.substring(TEXT.length())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Seals bytes.
   *
   * @param place what they belong to; only there they can be opened
   */
  public byte[] seal(byte[] plain, String place) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(MARK.length + NAME + NONCE + sealed.length)
          .put(MARK)
          .put(name)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  /**
   * Opens sealed bytes.
   *
   * @throws IOException if they were sealed with another key or for another place, or were changed
   */
  public byte[] open(byte[] sealed, String place) throws IOException {
    if (!isSealed(sealed)) {
      throw new IOException("what is opened must be sealed, but isn't");
    }
    int at = MARK.length;
    if (isOfAnother(sealed)) {
      for (SealingKey one : former) {
        if (!one.isOfAnother(sealed)) {
          return one.open(sealed, place);
        }
      }
      throw new IOException("what is sealed must be so with the key of files.key, but has another");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, at + NAME, at + NAME + NONCE);
    int from = at + NAME + NONCE;
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, from, sealed.length - from);
    } catch (AEADBadTagException e) {
      throw new IOException("what is sealed must be as it was, but was changed or moved", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  /** Seals a text into one. */
  public String seal(String plain, String place) {
    return TEXT
        + Base64.getEncoder().encodeToString(seal(plain.getBytes(StandardCharsets.UTF_8), place));
  }

  /**
   * Opens a sealed text.
   *
   * @throws IOException as for bytes
   */
  public String open(String sealed, String place) throws IOException {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed.substring(TEXT.length()));
      return new String(open(bytes, place), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("what is sealed must be in Base64, but isn't", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(MARK);
    cipher.updateAAD(name);
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
