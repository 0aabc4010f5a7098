package org.vigie.casework.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.text.finding.WrittenLanguages;

/**
 * The {@code deliver} section of {@code vigie.yaml}: who is told of alerts.
 *
 * @param file file to which alerts are appended, from the workspace on, or empty
 * @param webhook which takes alerts by POST
 * @param mail by which people are told
 * @param reviewer who decided that these are told, by name: nothing goes out that nobody answers
 *     for
 * @param mandate id of the mandate under which that was decided
 * @param language in which alerts are said to people, by mail and on the screen (ISO 639-1)
 */
public record DeliverySettings(
    String file, Webhook webhook, Mail mail, String reviewer, String mandate, String language) {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  /**
   * A program that is told.
   *
   * @param address which takes alerts by POST, or empty
   * @param secret file of the key that signs them, from the workspace on
   */
  public record Webhook(String address, String secret) {}

  /**
   * E-mail by which people are told.
   *
   * @param server host and port, or empty
   * @param tls whether the server must encrypt
   * @param user name to log in with, or empty
   * @param password file of the password, from the workspace on
   * @param from address of the sender
   * @param to addresses of those who are told, with commas between
   */
  public record Mail(
      String server, boolean tls, String user, String password, String from, String to) {
    /** Returns the host of the server. */
    public String host() {
      return server.substring(0, server.lastIndexOf(':'));
    }

    public int port() {
      return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }

    /** Returns the addresses of those who are told. */
    public List<String> recipients() {
      return Arrays.stream(to.split(",", -1)).map(String::strip).filter(a -> !a.isEmpty()).toList();
    }
  }

  /** Returns the defaults: nobody is told. */
  public static DeliverySettings defaults() {
    return new DeliverySettings(
        "", new Webhook("", ""), new Mail("", true, "", "", "", ""), "", "", "en");
  }

  static DeliverySettings read(Section section) {
    DeliverySettings absent = defaults();
    DeliverySettings read =
        new DeliverySettings(
            section.text("file", absent.file),
            new Webhook(
                section.text("webhook", absent.webhook.address()),
                section.text("webhook-secret", absent.webhook.secret())),
            new Mail(
                section.text("mail-server", absent.mail.server()),
                section.flag("mail-tls", absent.mail.tls()),
                section.text("mail-user", absent.mail.user()),
                section.text("mail-password", absent.mail.password()),
                section.text("mail-from", absent.mail.from()),
                section.text("mail-to", absent.mail.to())),
            section.text("reviewer", absent.reviewer),
            section.text("mandate", absent.mandate),
            section.text("language", absent.language));
    section.done();
    read.requireWhole(section);
    return read;
  }

  /** Returns whether nobody is told. */
  public boolean isEmpty() {
    return file.isEmpty() && webhook.address().isEmpty() && mail.server().isEmpty();
  }

  /** Returns the language in which alerts are said to people. */
  public Locale locale() {
    return Locale.of(language);
  }

  /** Returns all who are told, for the audit log. */
  public String recipient() {
    return Stream.of(file, webhook.address(), mail.server().isEmpty() ? "" : mail.to())
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void requireWhole(Section section) {
    requireLanguage(section, language);
    require(
        webhook.address().isEmpty() || isSafe(webhook.address()),
        section,
        "webhook",
        "must be an https address, or an http one on this machine");
    require(
        webhook.address().isEmpty() || !webhook.secret().isEmpty(),
        section,
        "webhook-secret",
        "must name the file of the key that signs alerts");
    require(
        mail.server().isEmpty() || mail.server().matches("[^\\s:/]+:[1-9][0-9]{0,4}"),
        section,
        "mail-server",
        "must be a host and a port, such as mail.example.org:587");
    require(
        mail.server().isEmpty() || mail.tls() || LOOPBACK.contains(mail.host()),
        section,
        "mail-tls",
        "must be true for a mail server that isn't on this machine");
    require(
        mail.server().isEmpty() || mail.from().indexOf('@') > 0,
        section,
        "mail-from",
        "must be the address of the sender");
    require(
        mail.server().isEmpty()
            || (!mail.recipients().isEmpty()
                && mail.recipients().stream().allMatch(a -> a.indexOf('@') > 0)),
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

  private static void requireLanguage(Section section, String language) {
    List<String> spoken = WrittenLanguages.ofFindings().stream().map(Locale::getLanguage).toList();
    require(
        spoken.contains(language),
        section,
        "language",
        "must be %s, but was another one".formatted(String.join(" or ", spoken)));
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
