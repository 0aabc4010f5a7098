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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A mailbox that takes messages by way of a mail server that asks for no password. */
public final class MailTarget implements MessageTarget {
  private static final String TLS = "smtp+tls";

  /** A server that goes on talking must not hold the thread for good. */
  private static final int WHOLE = 6;

  private final InternetAddress to;
  private final Properties server;
  private final Duration whole;
  private final String subject;

  private MailTarget(InternetAddress to, Properties server, Duration whole, String subject) {
    this.to = to;
    this.server = server;
    this.whole = whole;
    this.subject = subject;
  }

  /**
   * Returns the mailbox at an address.
   *
   * @param address {@code smtp+tls://HOST:PORT/MAILBOX}, or {@code smtp://} without TLS
   * @param authority file of certificates (PEM) that the server's must come from, or null for those
   *     that Java trusts
   * @param patience how long each step may take; all together may take six times as long
   * @throws IOException if it isn't such an address
   */
  public static MailTarget at(
      String address, @Nullable Path authority, Duration patience, String subject)
      throws IOException {
    return at(address, authority, patience, patience.multipliedBy(WHOLE), subject);
  }

  /** With a time for all together that needn't go with that for each step. */
  static MailTarget at(
      String address, @Nullable Path authority, Duration patience, Duration whole, String subject)
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
          new InternetAddress(uri.getPath().substring(1), true), properties, whole, subject);
    } catch (IllegalArgumentException | MessagingException e) {
      throw new IOException("a mailbox must be smtp+tls://HOST:PORT/MAILBOX, but isn't", e);
    }
  }

  @Override
  public void take(List<String> messages) throws IOException {
    try (HeldSockets sockets = new HeldSockets()) {
      FutureTask<Void> sending =
          new FutureTask<>(() -> {
            send(messages, sockets);
            return null;
          });
      Thread.ofVirtual().start(sending);
      await(sending);
    }
  }

  private void await(FutureTask<Void> sending) throws IOException {
    try {
      sending.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "the mail server must take the message within %d ms, but didn't"
              .formatted(whole.toMillis()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the mail server must take the message, but was interrupted", e);
    } catch (ExecutionException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new IOException("the mail server must take the message, but " + why, e);
    }
  }

  private void send(List<String> messages, HeldSockets sockets) throws MessagingException {
    Properties properties = new Properties();
    properties.putAll(server);
    properties.put("mail.smtp.socketFactory", sockets);
    // Or it would try again with a socket that nobody closes.
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    Session session = Session.getInstance(properties);
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(to);
      message.addRecipient(Message.RecipientType.TO, to);
      message.setSubject(subject, StandardCharsets.US_ASCII.name());
      message.setText(String.join("\n", messages) + "\n", StandardCharsets.US_ASCII.name());
      message.setSentDate(Date.from(Instant.now()));
      transport.connect();
      transport.sendMessage(message, message.getAllRecipients());
    }
  }
}
