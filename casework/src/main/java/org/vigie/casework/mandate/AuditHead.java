package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Objects;

/**
 * How far the audit log had come at some moment.
 *
 * @param at when, ISO 8601
 * @param bytes length of the log
 * @param hash {@code sha256:} and 64 hexadecimal digits of its last line
 * @param signature Ed25519 (RFC 8032) over the other three, in Base64
 */
@JsonPropertyOrder({"at", "bytes", "hash", "signature"})
public record AuditHead(String at, long bytes, String hash, String signature) {
  public AuditHead {
    Objects.requireNonNull(at, "a head must say when");
    Objects.requireNonNull(hash, "a head must have the hash of a line");
    Objects.requireNonNull(signature, "a head must be signed");
  }

  /** Returns what is signed. */
  static byte[] signed(String at, long bytes, String hash) {
    return (at + "\n" + bytes + "\n" + hash).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns whether the private half of a key signed it. */
  boolean isSignedBy(PublicKey key) {
    try {
      byte[] signed = signed(at, bytes, hash);
      return AuditKey.verifies(key, signed, Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
