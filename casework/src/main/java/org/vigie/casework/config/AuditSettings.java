package org.vigie.casework.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code audit} section of {@code vigie.yaml}.
 *
 * @param key file of the private key that signs heads of the audit log, from the workspace on
 * @param heads file of the signed heads, from the workspace on
 * @param witnesses folders or addresses elsewhere that are told of each head; in clear on this
 *     machine alone, but for authorities for time stamps, who sign what they say
 * @param witnessLag how long one of them may be out of reach before nothing is done any more
 * @param witnessAuthority file of the certificates (PEM) that those of authorities for time stamps
 *     among the witnesses must come from, from the workspace on; empty if there are none
 * @param forward where each line goes beside the log, if anywhere
 */
public record AuditSettings(
    String key,
    String heads,
    List<String> witnesses,
    Duration witnessLag,
    String witnessAuthority,
    Optional<ForwardSettings> forward) {

  public AuditSettings {
    witnesses = List.copyOf(witnesses);
  }

  /** Returns the defaults: beside the log, until somebody names a place elsewhere. */
  public static AuditSettings defaults() {
    return new AuditSettings(
        "audit/key.pem",
        "audit/heads.jsonl",
        List.of(),
        Duration.ofMinutes(60),
        "",
        Optional.empty());
  }

  /** Returns the same, with other witnesses. */
  public AuditSettings witnessedBy(List<String> places) {
    return new AuditSettings(key, heads, places, witnessLag, witnessAuthority, forward);
  }

  static AuditSettings read(Section section) {
    AuditSettings absent = defaults();
    AuditSettings read =
        new AuditSettings(
            section.text("key", absent.key),
            section.text("heads", absent.heads),
            places(section),
            section.duration("witness-lag", absent.witnessLag, Duration.ofMinutes(1)),
            section.text("witness-authority", absent.witnessAuthority),
            ForwardSettings.read(section.section("forward")));
    section.done();
    return read;
  }

  private static List<String> places(Section section) {
    List<String> places =
        Arrays.stream(section.text("witness", "").split(",", -1))
            .map(String::strip)
            .filter(place -> !place.isEmpty())
            .toList();
    if (!places.stream().allMatch(Receiver::isSafe)) {
      throw UserError.ofInput(
          section.place("witness")
              + ": must be https, syslog+tls or smtp+tls where it isn't this machine, but one"
              + " isn't");
    }
    return places;
  }
}
