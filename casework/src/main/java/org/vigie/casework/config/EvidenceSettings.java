package org.vigie.casework.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code evidence} section of {@code vigie.yaml}.
 *
 * @param stampers addresses of authorities for time stamps (RFC 3161) that stamp each package
 * @param roots file of the certificates (PEM) that theirs must come from, from the workspace on;
 *     empty if there are no stampers
 * @param key file of the key that signs packages, from the workspace on
 */
public record EvidenceSettings(List<URI> stampers, String roots, String key) {
  public EvidenceSettings {
    stampers = List.copyOf(stampers);
  }

  /** Returns the defaults: nobody stamps, until somebody names an authority. */
  public static EvidenceSettings defaults() {
    return new EvidenceSettings(List.of(), "", "evidence/key.pem");
  }

  /**
   * Returns the authorities, with the roots read.
   *
   * @param workspace folder from which the file of roots is looked for
   * @throws UserError if that file holds no certificates
   */
  public List<TrustedStamper> trusted(Path workspace) {
    if (stampers.isEmpty()) {
      return List.of();
    }
    try {
      TrustedAuthorities read = TrustedAuthorities.of(workspace.resolve(roots));
      return stampers.stream().map(address -> new TrustedStamper(address, read)).toList();
    } catch (IOException e) {
      throw UserError.ofInput(
          "evidence.time-stamp-roots must name a file of certificates, but %s can't be read: %s"
              .formatted(roots, e.getMessage()));
    }
  }

  static EvidenceSettings read(Section section) {
    List<URI> stampers = new ArrayList<>();
    String written = section.text("time-stamps", "");
    for (String place : Arrays.stream(written.split(",", -1)).map(String::strip).toList()) {
      if (!place.isEmpty()) {
        stampers.add(address(section, place));
      }
    }
    EvidenceSettings read =
        new EvidenceSettings(
            stampers,
            section.text("time-stamp-roots", defaults().roots),
            section.text("key", defaults().key));
    section.done();
    if (!read.stampers.isEmpty() && read.roots.isEmpty()) {
      throw UserError.ofInput(
          section.place("time-stamp-roots")
              + ": must name the certificates that those of the authorities come from, but is empty");
    }
    return read;
  }

  private static URI address(Section section, String place) {
    if (!place.matches("https?://[^\\s/]+\\S*")) {
      throw UserError.ofInput(
          section.place("time-stamps") + ": must be http or https addresses, but one isn't");
    }
    try {
      return URI.create(place);
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(
          section.place("time-stamps") + ": must be http or https addresses, but one isn't");
    }
  }
}
