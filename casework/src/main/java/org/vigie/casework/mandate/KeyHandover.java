package org.vigie.casework.mandate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Objects;

/**
 * That one key took the place of another at some place of the audit log: both signed it.
 *
 * @param at when, ISO 8601
 * @param bytes length of the log, whose lines up to there the former key stands for
 * @param hash {@code sha256:} and 64 hexadecimal digits of the last of them
 * @param from the former public key, X.509 in Base64
 * @param to the new public key
 * @param signature of the former key (Ed25519) over all this, in Base64
 * @param accepted that of the new key
 */
public record KeyHandover(
    String at, long bytes, String hash, String from, String to, String signature, String accepted) {
  /** Parts it from the heads that the same keys sign. */
  private static final String MARK = "handover of a key";

  public KeyHandover {
    Objects.requireNonNull(at, "a handover must say when");
    Objects.requireNonNull(hash, "a handover must have the hash of a line");
    Objects.requireNonNull(from, "a handover must name the former key");
    Objects.requireNonNull(to, "a handover must name the new key");
    Objects.requireNonNull(signature, "a handover must be signed");
    Objects.requireNonNull(accepted, "a handover must be signed by the new key, too");
  }

  /** A private key with its public half as text. */
  record Pair(PrivateKey key, String text) {
    private String sign(byte[] bytes) throws GeneralSecurityException {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    }
  }

  /** Signs one after some head. */
  static KeyHandover sign(String at, AuditHead head, Pair from, Pair to)
      throws GeneralSecurityException {
    byte[] signed = signed(at, head.bytes(), head.hash(), from.text(), to.text());
    return new KeyHandover(
        at, head.bytes(), head.hash(), from.text(), to.text(), from.sign(signed), to.sign(signed));
  }

  /** Returns whether both keys signed it. */
  boolean holds() {
    byte[] signed = signed(at, bytes, hash, from, to);
    return isSigned(signed, from, signature) && isSigned(signed, to, accepted);
  }

  private static boolean isSigned(byte[] bytes, String key, String signature) {
    try {
      return AuditKey.verifies(AuditKey.ofText(key), bytes, Base64.getDecoder().decode(signature));
    } catch (WitnessException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] signed(String at, long bytes, String hash, String from, String to) {
    return String.join("\n", MARK, at, String.valueOf(bytes), hash, from, to)
        .getBytes(StandardCharsets.UTF_8);
  }
}
