package org.vigie.casework.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.vigie.advert.Alert;
import org.vigie.advert.Finding;
import org.vigie.casework.render.AlertWords;
import org.vigie.casework.render.Style;

/** People who take alerts by e-mail, as plain text in which no address of an advert is a link. */
public final class Mailbox implements AlertSink {
  private static final String TIMEOUT_MILLIS = "10000";

  private final MailSettings settings;
  private final AlertWords words;
  private final Clock clock;
  private final Session session;

  /**
   * @param words of the language in which alerts are said
   */
  public Mailbox(MailSettings settings, AlertWords words, Clock clock) {
    this.settings = settings;
    this.words = words;
    this.clock = clock;
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    session = Session.getInstance(properties);
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String content(Alert alert) {
    List<String> lines = new AlertView(new Style(false), words).lines(List.of(alert));
    return String.join("\n", lines) + "\n\n" + words.say(Finding.of("alert-lead")) + "\n";
  }

  @Override
  public void send(Alert alert, String content) throws IOException {
    try {
      MimeMessage message = message(alert, content);
      try (Transport transport = session.getTransport("smtp")) {
        if (settings.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(settings.user(), settings.password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      // A refusal may be for now only (greylisting, RFC 6647): every failure is tried again.
      throw new IOException("the mail server must take the message, but " + e.getMessage(), e);
    }
  }

  private MimeMessage message(Alert alert, String content) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + alert.id() + "-" + alert.severity().label() + "@vigie>");
          }
        };
    message.setFrom(new InternetAddress(settings.from()));
    for (String to : settings.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(
        "[Vigie] " + words.severity(alert) + ": " + words.headline(alert),
        StandardCharsets.UTF_8.name());
    message.setText(content, StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    return message;
  }
}
