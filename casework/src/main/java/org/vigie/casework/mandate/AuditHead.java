package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;

/**
 * How far the audit log had come at some moment.
 *
 * @param at when, ISO 8601
 * @param bytes length of the log
 * @param hash {@code sha256:} and 64 hexadecimal digits of its last line
 * @param signature Ed25519 (RFC 8032) over the other three, in Base64
 */
@JsonPropertyOrder({"at", "bytes", "hash", "signature"})
record AuditHead(String at, long bytes, String hash, String signature) {
  /** Returns what is signed. */
  static byte[] signed(String at, long bytes, String hash) {
    return (at + "\n" + bytes + "\n" + hash).getBytes(StandardCharsets.UTF_8);
  }
}
