package org.vigie.exchange.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** An authority that stamps hashes over HTTP (RFC 3161, section 3.4). It learns nothing else. */
public final class TimeStampAuthority {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A token with a chain of certificates has some 10 KB. */
  private static final int MOST_BYTES = 1 << 18;

  private static final int NONCE_BITS = 64;
  private static final int OK = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI address;
  private final HttpClient client;

  public TimeStampAuthority(URI address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Has a hash stamped.
   *
   * @param digest SHA-256
   * @throws IOException if the authority can't be reached, refuses, or answers something else
   */
  public TimeStamp stamp(byte[] digest) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      TimeStampRequest request =
          generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(NONCE_BITS, RANDOM));
      TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
      response.validate(request);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new IOException("the authority must stamp, but refused");
      }
      return TimeStamp.of(token.getEncoded());
    } catch (TSPException | RuntimeException e) {
      // The library ends in many ways for signed data that lacks a part.
      throw new IOException("the authority must answer with a time stamp, but didn't", e);
    }
  }

  private byte[] send(byte[] query) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(query))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw new IOException("it answered %d".formatted(answer.statusCode()));
        }
        return inTime(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }

  /** The request's time ends with the headers; a body that doesn't come holds up nobody either. */
  private static byte[] inTime(InputStream body) throws IOException {
    CompletableFuture<Void> guard =
        CompletableFuture.runAsync(
            () -> close(body),
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return body.readNBytes(MOST_BYTES);
    } finally {
      guard.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // The read that it ends says so.
      return;
    }
  }
}
