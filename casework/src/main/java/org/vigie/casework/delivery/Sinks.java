package org.vigie.casework.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.config.DeliverySettings;
import org.vigie.casework.render.AlertWords;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/** Those whom a workspace's configuration says to tell. */
public final class Sinks {
  /** A key that is shorter than the hash can be guessed sooner (RFC 2104, section 3). */
  private static final int MIN_SECRET_BYTES = 32;

  private Sinks() {}

  /**
   * Returns them.
   *
   * @param root folder that relative paths start from
   * @throws UserError if a secret can't be read
   */
  public static List<AlertSink> of(DeliverySettings settings, Path root, Clock clock) {
    List<AlertSink> sinks = new ArrayList<>();
    if (!settings.file().isEmpty()) {
      sinks.add(new AlertFile(root.resolve(settings.file())));
    }
    if (!settings.webhook().address().isEmpty()) {
      String secret = secret("deliver.webhook-secret", root.resolve(settings.webhook().secret()));
      byte[] key = secret.getBytes(StandardCharsets.UTF_8);
      if (key.length < MIN_SECRET_BYTES) {
        throw UserError.ofInput(
            "deliver.webhook-secret must name a file with a key of at least 32 bytes");
      }
      sinks.add(new Webhook(URI.create(settings.webhook().address()), key, clock));
    }
    if (!settings.mail().server().isEmpty()) {
      AlertWords words = AlertWords.in(settings.locale());
      sinks.add(new Mailbox(mail(settings.mail(), root), words, clock));
    }
    return sinks;
  }

  private static MailSettings mail(DeliverySettings.Mail settings, Path root) {
    boolean login = !settings.user().isEmpty();
    return new MailSettings(
        settings.host(),
        settings.port(),
        settings.tls(),
        settings.user(),
        login ? secret("deliver.mail-password", root.resolve(settings.password())) : "",
        settings.from(),
        settings.recipients());
  }

  private static String secret(String key, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UserError(Exit.INPUT, key + " must name a readable file, but doesn't", e);
    }
  }
}
