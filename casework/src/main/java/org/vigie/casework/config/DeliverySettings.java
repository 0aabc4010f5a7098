package org.vigie.casework.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code deliver} section of {@code vigie.yaml}: who is told of alerts.
 *
 * @param file file to which alerts are appended, from the workspace on, or empty
 * @param webhook address that takes alerts by POST, or empty
 * @param webhookSecret file of the key that signs them, from the workspace on
 * @param mailServer host and port, or empty
 * @param mailTls whether the mail server must encrypt
 * @param mailUser name to log in with, or empty
 * @param mailPassword file of the password, from the workspace on
 * @param mailFrom address of the sender
 * @param mailTo addresses of those who are told, with commas between
 * @param reviewer who decided that these are told, by name: nothing goes out that nobody answers
 *     for
 * @param mandate id of the mandate under which that was decided
 */
public record DeliverySettings(
    String file,
    String webhook,
    String webhookSecret,
    String mailServer,
    boolean mailTls,
    String mailUser,
    String mailPassword,
    String mailFrom,
    String mailTo,
    String reviewer,
    String mandate) {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  /** Returns the defaults: nobody is told. */
  public static DeliverySettings defaults() {
    return new DeliverySettings("", "", "", "", true, "", "", "", "", "", "");
  }

  static DeliverySettings read(Section section) {
    DeliverySettings absent = defaults();
    DeliverySettings read =
        new DeliverySettings(
            section.text("file", absent.file),
            section.text("webhook", absent.webhook),
            section.text("webhook-secret", absent.webhookSecret),
            section.text("mail-server", absent.mailServer),
            section.flag("mail-tls", absent.mailTls),
            section.text("mail-user", absent.mailUser),
            section.text("mail-password", absent.mailPassword),
            section.text("mail-from", absent.mailFrom),
            section.text("mail-to", absent.mailTo),
            section.text("reviewer", absent.reviewer),
            section.text("mandate", absent.mandate));
    section.done();
    read.requireWhole(section);
    return read;
  }

  /** Returns whether nobody is told. */
  public boolean isEmpty() {
    return file.isEmpty() && webhook.isEmpty() && mailServer.isEmpty();
  }

  /** Returns the host of the mail server. */
  public String mailHost() {
    return mailServer.substring(0, mailServer.lastIndexOf(':'));
  }

  public int mailPort() {
    return Integer.parseInt(mailServer.substring(mailServer.lastIndexOf(':') + 1));
  }

  /** Returns the addresses of those who are told by e-mail. */
  public List<String> recipients() {
    return Arrays.stream(mailTo.split(",", -1))
        .map(String::strip)
        .filter(a -> !a.isEmpty())
        .toList();
  }

  /** Returns all who are told, for the audit log. */
  public String recipient() {
    return Stream.of(file, webhook, mailServer.isEmpty() ? "" : mailTo)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void requireWhole(Section section) {
    require(
        webhook.isEmpty() || isSafe(webhook),
        section,
        "webhook",
        "must be an https address, or an http one on this machine");
    require(
        webhook.isEmpty() || !webhookSecret.isEmpty(),
        section,
        "webhook-secret",
        "must name the file of the key that signs alerts");
    require(
        mailServer.isEmpty() || mailServer.matches("[^\\s:/]+:[1-9][0-9]{0,4}"),
        section,
        "mail-server",
        "must be a host and a port, such as mail.example.org:587");
    require(
        mailServer.isEmpty() || mailTls || LOOPBACK.contains(mailHost()),
        section,
        "mail-tls",
        "must be true for a mail server that isn't on this machine");
    require(
        mailServer.isEmpty() || mailFrom.indexOf('@') > 0,
        section,
        "mail-from",
        "must be the address of the sender");
    require(
        mailServer.isEmpty()
            || (!recipients().isEmpty() && recipients().stream().allMatch(a -> a.indexOf('@') > 0)),
        section,
        "mail-to",
        "must be e-mail addresses with commas between");
    require(
        isEmpty() || !reviewer.isBlank(),
        section,
        "reviewer",
        "must name who decided that these are told");
    require(
        isEmpty() || !mandate.isBlank(),
        section,
        "mandate",
        "must be the id of the mandate under which that was decided");
  }

  private static void require(boolean holds, Section section, String key, String must) {
    if (!holds) {
      throw UserError.ofInput(section.place(key) + ": " + must);
    }
  }

  /** An alert is confidential: it travels encrypted, or not at all beyond this machine. */
  private static boolean isSafe(String address) {
    try {
      URI uri = URI.create(address);
      String host = String.valueOf(uri.getHost());
      return uri.getUserInfo() == null
          && uri.getHost() != null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
