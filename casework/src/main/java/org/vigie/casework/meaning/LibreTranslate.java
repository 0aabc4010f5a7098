package org.vigie.casework.meaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.casework.config.TranslationSettings;

/**
 * A server that translates as LibreTranslate does: {@code POST /translate}. No redirect is
 * followed, and what it says is bounded in time and length.
 *
 * @see <a href="https://docs.libretranslate.com/guides/api_usage/">LibreTranslate's interface</a>
 */
public final class LibreTranslate implements TranslatorPlugin {
  private static final int LONGEST = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final String key;
  private final Duration patience;
  private final HttpClient http;

  /**
   * @param url of the server
   * @param key that it asks for, or empty
   * @param patience longest time for an answer
   */
  public LibreTranslate(String url, String key, Duration patience) {
    address = URI.create(url.endsWith("/") ? url + "translate" : url + "/translate");
    this.key = key;
    this.patience = patience;
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public String name() {
    return TranslationSettings.LIBRE_TRANSLATE;
  }

  @Override
  public String translate(String text, String from, String to) throws IOException {
    ObjectNode question =
        JSON.createObjectNode()
            .put("q", text)
            .put("source", from)
            .put("target", to)
            .put("format", "text");
    if (!key.isEmpty()) {
      question.put("api_key", key);
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
            .build();
    FutureTask<String> answer = new FutureTask<>(() -> answer(request));
    Thread.ofVirtual().start(answer);
    return waited(answer);
  }

  /** The client's own time limit ends with the headers; a body may drip. */
  private String waited(Future<String> answer) throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("the translation server must answer in time, but didn't", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("asking the translation server was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadAnswer bad) {
        throw bad;
      }
      throw new IOException("the translation server must answer, but can't be reached", e);
    }
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new BadAnswer(
            "the translation server must answer with status 200, but did with "
                + response.statusCode());
      }
      byte[] bytes = body.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new BadAnswer(
            "the translation server must answer in at most %d bytes, but said more"
                .formatted(LONGEST));
      }
      var text = JSON.readTree(new String(bytes, StandardCharsets.UTF_8)).path("translatedText");
      if (text.isTextual()) {
        return text.asText();
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw new BadAnswer("the translation server must answer with translatedText, but didn't");
  }

  /** An answer that is none; its message quotes nothing of it. */
  private static final class BadAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    BadAnswer(String message) {
      super(message);
    }
  }
}
