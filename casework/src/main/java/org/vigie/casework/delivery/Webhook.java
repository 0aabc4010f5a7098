package org.vigie.casework.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.advert.Alert;
import org.vigie.search.document.RecordJson;

/**
 * A server that takes alerts as JSON by POST.
 *
 * <p>The header {@code Vigie-Signature: t=SECONDS,v1=HEX} holds the time and the HMAC-SHA256 of
 * time, a point and the body, so that the receiver can tell who sent it and that it is no old one
 * sent again; {@code Idempotency-Key} holds the alert's id and severity, so that one received twice
 * can be dropped. Redirects aren't followed: only the configured address is ever contacted.
 */
public final class Webhook implements AlertSink {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Request timeout, too early, too many requests (RFC 9110, 8470, 6585): try again later. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final URI url;
  private final byte[] secret;
  private final Clock clock;
  private final HttpClient http;

  public Webhook(URI url, byte[] secret, Clock clock) {
    this.url = url;
    this.secret = secret.clone();
    this.clock = clock;
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public String content(Alert alert) {
    return RecordJson.write(alert);
  }

  @Override
  public void send(Alert alert, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", alert.id() + "-" + alert.severity().label())
            .header("Vigie-Signature", signature(clock.instant().getEpochSecond(), body, secret))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status >= 300 && status < 500 && !LATER.contains(status)) {
      throw new RefusedException("the webhook must answer with 2xx, but answered " + status);
    }
    if (status >= 300) {
      throw new IOException("the webhook must answer with 2xx, but answered " + status);
    }
  }

  /** Returns the signature of a body at a time in seconds since 1970. */
  static String signature(long seconds, String body, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
