package org.vigie.casework.guarded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.files.failure.UserError;

/**
 * What an owner's key signs to grant one request, as a line that people carry to the machine where
 * the key is: it says all that is granted, so that nothing is signed unread, and names the request
 * by its number and time, so that no signature is good for another.
 *
 * @param words what it is, the key's fingerprint, the request's number, its kind, who asked, when,
 *     about whom or what, and what in particular
 */
public record OwnerRequest(List<String> words) {
  private static final String WHAT = "vigie owner key 1: grant";
  private static final int WORDS = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  public OwnerRequest {
    words = List.copyOf(words);
    if (words.size() != WORDS || !words.getFirst().equals(WHAT)) {
      throw UserError.ofUsage("a request must be the line that the page of accounts shows");
    }
  }

  /** Returns what a key signs of a request. */
  public static OwnerRequest of(AdminRequest request, PublicKey key) {
    return new OwnerRequest(
        List.of(
            WHAT,
            AuditKey.fingerprint(key),
            String.valueOf(request.id()),
            request.kind().name(),
            request.askedBy(),
            request.askedAt().toString(),
            request.subject(),
            request.detail()));
  }

  /**
   * Reads a line.
   *
   * @throws UserError if it is none
   */
  public static OwnerRequest read(String line) {
    List<String> words = new ArrayList<>();
    try {
      JsonNode read = JSON.readTree(Base64.getUrlDecoder().decode(line.strip()));
      read.forEach(word -> words.add(word.asText()));
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.ofUsage("a request must be the line that the page of accounts shows");
    }
    return new OwnerRequest(words);
  }

  /** Returns it as one line of letters, digits, hyphens and underscores. */
  public String line() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(message());
  }

  /** Returns what is signed. */
  public byte[] message() {
    try {
      return JSON.writeValueAsString(words).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words must be written as JSON", e);
    }
  }

  /** Returns a signature as people type it. */
  public static String code(byte[] signature) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** Returns whether a code is a key's signature of this. */
  public boolean isSigned(PublicKey key, String code) {
    try {
      byte[] signature = Base64.getUrlDecoder().decode(code.strip());
      return AuditKey.verifies(key, message(), signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
