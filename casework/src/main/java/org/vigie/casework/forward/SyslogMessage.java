package org.vigie.casework.forward;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.mandate.AuditEntry;

/** A line of the audit log as a message of syslog (RFC 5424), in ASCII. */
final class SyslogMessage {
  /** Log audit (RFC 5424, table 1). */
  private static final int FACILITY = 13;

  private static final int WARNING = 4;
  private static final int INFORMATIONAL = 6;

  /** The number for examples (RFC 5612), since Vigie has none of its own. */
  private static final String OWN = "vigie@32473";

  private static final int LONGEST_HOST = 255;
  private static final String HOST = host();

  private SyslogMessage() {}

  static String of(ForwardedLine line, ForwardSettings.Format format) {
    int severity = line.isRefusal() ? WARNING : INFORMATIONAL;
    String header =
        "<%d>1 %s %s vigie - audit "
            .formatted(FACILITY * 8 + severity, line.at().map(Instant::toString).orElse("-"), HOST);
    return format == ForwardSettings.Format.ECS
        ? header + "- " + EcsDocument.of(line)
        : header + data(line) + " " + ascii(line.action());
  }

  private static String data(ForwardedLine line) {
    StringBuilder data = new StringBuilder("[" + OWN);
    add(data, "hash", line.hash());
    add(data, "user", line.user());
    add(data, "detail", line.detail());
    line.known().ifPresent(entry -> add(data, entry));
    return data.append(']').toString();
  }

  private static void add(StringBuilder data, AuditEntry entry) {
    add(data, "session", entry.session());
    add(data, "mandate", entry.mandate());
    add(data, "previous", entry.previous());
    add(data, "shown", String.valueOf(entry.count()));
    add(data, "file", entry.file());
  }

  /** Quotes, backslashes and closing brackets are escaped (RFC 5424, 6.3.3). */
  private static void add(StringBuilder data, String name, String value) {
    if (!value.isEmpty()) {
      String escaped = ascii(value).replaceAll("([\"\\\\\\]])", "\\\\$1");
      data.append(' ').append(name).append("=\"").append(escaped).append('"');
    }
  }

  private static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName().replaceAll("[^\\x21-\\x7e]", "");
      return name.isEmpty() ? "-" : name.substring(0, Math.min(name.length(), LONGEST_HOST));
    } catch (UnknownHostException e) {
      return "-";
    }
  }
}
