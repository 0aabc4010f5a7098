package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.advert.Finding;

/** A witness on another machine, as {@code ./vigie witness} serves one. */
final class HttpWitness implements AuditWitness {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A page waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Nobody waits for a verification; a long log has many heads. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(1);

  private final URI address;
  private final HttpClient client;

  HttpWitness(URI address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String place() {
    return address.toString();
  }

  @Override
  public void tell(SignedHead head) throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(head)))
                .build());
    if (answer.statusCode() != 204) {
      throw new WitnessException(
          Finding.of("witness-answered").with("status", answer.statusCode()));
    }
  }

  @Override
  public Testimony recall() throws IOException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address).timeout(LONG_PATIENCE).GET().build());
    if (answer.statusCode() != 200) {
      throw new WitnessException(
          Finding.of("witness-answered").with("status", answer.statusCode()));
    }
    try {
      return JSON.readValue(answer.body(), Testimony.class);
    } catch (JsonProcessingException e) {
      throw new WitnessException(Finding.of("witness-answered-otherwise"), e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(request.timeout().orElse(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WitnessException(Finding.of("witness-interrupted"), e);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw new WitnessException(Finding.of("witness-unreachable"), e);
    }
  }
}
