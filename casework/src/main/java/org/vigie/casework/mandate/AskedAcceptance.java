package org.vigie.casework.mandate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.mandate.SignedLines.UnsignedException;

/**
 * A wish to accept a case database as it is, at the end of the log: nothing else is appended until
 * one is accepted or put back.
 *
 * @param user who, as the log has it
 * @param state of which database, as {@link DatabaseAge#state} says
 */
public record AskedAcceptance(Instant at, String user, String state) {
  /** The command that lets an owner's key count, from which on nobody is alone by the log. */
  public static final String KEY_REGISTERED = "keys register-owner";

  /** Returns those that the log's key vouches for, the last one first. */
  public static List<AskedAcceptance> in(Path log, AuditSeal seal) throws IOException {
    List<AskedAcceptance> asked = new ArrayList<>();
    eachSigned(
        log,
        seal,
        (line, lines) -> {
          boolean isAsked =
              line.path("command").asText().equals(DatabaseAge.ASKED) && lines.isSigned();
          if (isAsked) {
            asked.add(
                new AskedAcceptance(
                    Instant.parse(line.path("at").asText()),
                    line.path("user").asText(),
                    line.path("detail").asText()));
          }
          return isAsked;
        });
    return asked;
  }

  /**
   * Returns whether a log knows of nobody else who could be asked: nobody ever signed in on pages,
   * or they were last served to a person who works alone. What its key doesn't vouch for tells of
   * nobody's being alone, nor does a log in which an owner's key was registered since.
   */
  public static boolean isAlone(Path log, AuditSeal seal) throws IOException {
    boolean[] hasSessions = {false};
    List<String> served = new ArrayList<>();
    boolean isWhole =
        eachSigned(
            log,
            seal,
            (line, lines) -> {
              hasSessions[0] |= line.has("session");
              if (line.path("command").asText().equals("serve")) {
                served.add(lines.isSigned() ? line.path("detail").asText() : "unsigned");
              } else if (isOfKey(line)) {
                served.add("owner's key");
              }
              return served.isEmpty();
            });
    return served.isEmpty() ? isWhole && !hasSessions[0] : served.getFirst().equals("alone");
  }

  /** Returns the accounts that ever signed in on pages; nothing if the log isn't as signed. */
  public static Optional<Set<String>> signedIn(Path log, AuditSeal seal) throws IOException {
    Set<String> accounts = new HashSet<>();
    boolean isWhole =
        eachSigned(
            log,
            seal,
            (line, lines) -> {
              if (line.has("session")) {
                accounts.add(line.path("user").asText());
              }
              return true;
            });
    return isWhole ? Optional.of(accounts) : Optional.empty();
  }

  /**
   * Returns whether an owner's key was ever registered; so it may be if the log isn't as signed.
   */
  public static boolean mayHaveOwnerKey(Path log, AuditSeal seal) throws IOException {
    boolean[] hasKey = {false};
    boolean isWhole =
        eachSigned(
            log,
            seal,
            (line, lines) -> {
              hasKey[0] = isOfKey(line);
              return !hasKey[0];
            });
    return hasKey[0] || !isWhole;
  }

  private static boolean isOfKey(JsonNode line) {
    return line.path("command").asText().equals(KEY_REGISTERED);
  }

  /** Whether to read on. */
  @FunctionalInterface
  private interface Reading {
    boolean goesOn(JsonNode line, SignedLines lines) throws IOException;
  }

  /** Returns whether all that was read is as it was signed. */
  private static boolean eachSigned(Path log, AuditSeal seal, Reading reading) throws IOException {
    try {
      return SignedLines.alone(
          log,
          seal,
          true,
          lines -> {
            Optional<JsonNode> line = lines.next();
            while (line.isPresent() && reading.goesOn(line.get(), lines)) {
              line = lines.next();
            }
            return true;
          });
    } catch (UnsignedException e) {
      return false;
    }
  }
}
