package org.vigie.casework.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code audit.forward} section of {@code vigie.yaml}: where each line of the audit log goes
 * beside the log, such as to a unit's SIEM.
 *
 * @param to {@code syslog+tls://host:port}, {@code syslog+tcp://host:port} or {@code file:PATH}
 * @param format how a line is written
 * @param authority file of the certificates (PEM) that a receiver must have one from, from the
 *     workspace on; empty for those that Java trusts
 */
public record ForwardSettings(String to, Format format, String authority) {
  private static final Set<String> SYSLOG = Set.of("syslog+tls", "syslog+tcp");
  private static final String FILE = "file:";

  /** How a line is written. */
  public enum Format {
    /** Elastic Common Schema 8, a JSON object. */
    ECS,
    /** Structured data of syslog (RFC 5424, section 6.3). */
    RFC5424
  }

  static Optional<ForwardSettings> read(Section section) {
    ForwardSettings read =
        new ForwardSettings(
            section.text("to", ""),
            section.choice("format", Format.ECS, Format.class),
            section.text("authority", ""));
    section.done();
    if (read.to.isEmpty()) {
      return Optional.empty();
    }
    if (!read.isFile() && !isSyslog(read.to)) {
      throw UserError.ofInput(
          section.place("to")
              + ": must be syslog+tls://HOST:PORT, syslog+tcp://HOST:PORT or file:PATH, but isn't");
    }
    if (!Receiver.isSafe(read.to)) {
      throw UserError.ofInput(
          section.place("to") + ": must be syslog+tls where it isn't this machine, but isn't");
    }
    return Optional.of(read);
  }

  private static boolean isSyslog(String to) {
    try {
      URI address = URI.create(to);
      return SYSLOG.contains(String.valueOf(address.getScheme()))
          && address.getHost() != null
          && address.getPort() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns whether lines go to a file. */
  public boolean isFile() {
    return to.startsWith(FILE) && to.length() > FILE.length();
  }

  /** Returns the path of the file that lines go to, as it is written. */
  public String file() {
    return to.substring(FILE.length());
  }

  /** Returns the address of the receiver. */
  public URI address() {
    return URI.create(to);
  }

  /** Returns whether what is sent is encrypted on its way. */
  public boolean isEncrypted() {
    return to.startsWith("syslog+tls:");
  }
}
