package org.vigie.casework.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;

/**
 * The way to a partner's server: one media type, one {@code Authorization}, no redirects, an end to
 * every wait. Whatever goes wrong is told in one line, without what was sent.
 */
final class PartnerHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 120;

  /** A server that never ends its answer must not fill the memory. */
  private static final int MOST_MEBIBYTES = 64;

  private static final BodyHandler<String> TEXT = HttpResponse.BodyHandlers.ofString();

  private final String authorization;
  private final String mediaType;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param authorization value of that header
   * @param patience how long an answer may take
   */
  PartnerHttp(String authorization, String mediaType, SSLContext trust, Duration patience) {
    this.authorization = authorization;
    this.mediaType = mediaType;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(trust)
            .build();
  }

  /**
   * An answer.
   *
   * @param json what it holds; missing if that is no JSON
   */
  record Answer(URI address, int status, String text, JsonNode json) {
    boolean isFine() {
      return status >= 200 && status < 300;
    }

    /** Returns why it isn't taken: what the server calls it, never what it says of the content. */
    UserError refusal(String what) {
      String name = json.path("name").asText(json.path("title").asText(""));
      String shown = SafeText.line(name.length() > LONGEST_NAME ? "" : name);
      return UserError.ofInput(
          "%s must %s, but answered %d%s"
              .formatted(address, what, status, shown.isEmpty() ? "" : " (" + shown + ")"));
    }
  }

  Answer head(URI address) throws InterruptedException {
    return send(request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
  }

  Answer get(URI address) throws InterruptedException {
    return send(request(address).GET().build());
  }

  Answer post(URI address, String body) throws InterruptedException {
    return send(
        request(address)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(patience)
        .header("Accept", mediaType)
        .header("Authorization", authorization);
  }

  private Answer send(HttpRequest request) throws InterruptedException {
    URI address = request.uri();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            request, head -> new BoundedBody<>(TEXT.apply(head), MOST_MEBIBYTES * (1L << 20)));
    try {
      // The request's own patience ends with the first line of an answer, this one with its last.
      HttpResponse<String> read = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Answer told = new Answer(address, read.statusCode(), read.body(), json(read.body()));
      if (told.status == 401 || told.status == 403) {
        throw told.refusal("let the key of --auth do this");
      }
      if (told.status >= 300 && told.status < 400) {
        throw told.refusal("answer itself");
      }
      return told;
    } catch (TimeoutException e) {
      throw late(address, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw failure(address, cause == null ? e : cause);
    } finally {
      answer.cancel(true);
    }
  }

  private UserError failure(URI address, Throwable cause) {
    if (cause instanceof SSLException) {
      return new UserError(
          Exit.INPUT,
          "%s must show a certificate for its name that this machine or --ca trusts, but doesn't"
              .formatted(address),
          cause);
    }
    if (isTooLong(cause)) {
      return new UserError(
          Exit.INPUT,
          "%s must answer with at most %d MiB, but sends more; it may have taken what was sent: look there"
              .formatted(address, MOST_MEBIBYTES),
          cause);
    }
    // One that waits for the connection is another, and a failure.
    return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)
        ? late(address, cause)
        : new UserError(
            Exit.INPUT, address + " must be a server that answers, but can't be reached", cause);
  }

  private static boolean isTooLong(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BoundedBody.TooLongException) {
        return true;
      }
    }
    return false;
  }

  private UserError late(URI address, Throwable cause) {
    return new UserError(
        Exit.INPUT,
        "%s must answer within %d s, but didn't; it may have taken what was sent: look there"
            .formatted(address, Math.max(1, patience.toSeconds())),
        cause);
  }

  private static JsonNode json(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns what one of our own documents says. */
  static JsonNode own(String document) throws IOException {
    return JSON.readTree(document);
  }
}
