package org.vigie.casework.delivery;

import java.util.List;

/**
 * How alerts go by e-mail.
 *
 * @param host mail server
 * @param port its port
 * @param tls whether the connection must be encrypted by STARTTLS
 * @param user name to log in with; empty for no login
 * @param password its password
 * @param from address of the sender
 * @param to addresses of those who are told, at least one
 */
public record MailSettings(
    String host,
    int port,
    boolean tls,
    String user,
    String password,
    String from,
    List<String> to) {
  public MailSettings {
    to = List.copyOf(to);
    if (host.isEmpty() || from.isEmpty() || to.isEmpty()) {
      throw new IllegalArgumentException(
          "alerts by e-mail need a mail server, a sender and at least one address to send to");
    }
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", from " + from + "]";
  }
}
