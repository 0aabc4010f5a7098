package org.vigie.casework.send;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mailbox that takes messages by way of a mail server that asks for no password. */
public final class MailTarget implements MessageTarget {
  private static final String TLS = "smtp+tls";

  private final InternetAddress to;
  private final Session session;
  private final String subject;

  private MailTarget(InternetAddress to, Session session, String subject) {
    this.to = to;
    this.session = session;
    this.subject = subject;
  }

  /**
   * Returns the mailbox at an address.
   *
   * @param address {@code smtp+tls://HOST:PORT/MAILBOX}, or {@code smtp://} without TLS
   * @param authority file of certificates (PEM) that the server's must come from, or null for those
   *     that Java trusts
   * @param patience how long each step may take
   * @throws IOException if it isn't such an address
   */
  public static MailTarget at(
      String address, @Nullable Path authority, Duration patience, String subject)
      throws IOException {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() == null || uri.getPort() < 1 || uri.getPath().length() < 2) {
        throw new IOException("a mailbox must be smtp+tls://HOST:PORT/MAILBOX, but isn't");
      }
      boolean isEncrypted = TLS.equals(uri.getScheme());
      String millis = Long.toString(patience.toMillis());
      Properties properties = new Properties();
      properties.setProperty("mail.smtp.host", uri.getHost());
      properties.setProperty("mail.smtp.port", Integer.toString(uri.getPort()));
      properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(isEncrypted));
      properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isEncrypted));
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      properties.setProperty("mail.smtp.connectiontimeout", millis);
      properties.setProperty("mail.smtp.timeout", millis);
      properties.setProperty("mail.smtp.writetimeout", millis);
      if (isEncrypted) {
        properties.put("mail.smtp.ssl.socketFactory", Trust.context(authority).getSocketFactory());
      }
      return new MailTarget(
          new InternetAddress(uri.getPath().substring(1), true),
          Session.getInstance(properties),
          subject);
    } catch (IllegalArgumentException | MessagingException e) {
      throw new IOException("a mailbox must be smtp+tls://HOST:PORT/MAILBOX, but isn't", e);
    }
  }

  @Override
  public void take(List<String> messages) throws IOException {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(to);
      message.addRecipient(Message.RecipientType.TO, to);
      message.setSubject(subject, StandardCharsets.US_ASCII.name());
      message.setText(String.join("\n", messages) + "\n", StandardCharsets.US_ASCII.name());
      message.setSentDate(Date.from(Instant.now()));
      transport.connect();
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw new IOException("the mail server must take the message, but " + e.getMessage(), e);
    }
  }
}
