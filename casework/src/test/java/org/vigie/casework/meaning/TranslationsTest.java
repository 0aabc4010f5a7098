package org.vigie.casework.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.casework.config.Settings;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.pipeline.workspace.Workspace;

class TranslationsTest {
  /** Shorter than what never ends. */
  private static final Duration BRIEF = Duration.ofSeconds(2);

  /** More than a busy machine takes for what comes at once. */
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private Translations by(String answer) {
    return new Translations(
        new TranslatorPlugin() {
          @Override
          public String name() {
            return "fake";
          }

          @Override
          public String translate(String text, String from, String to) throws IOException {
            asked.add(from + " " + to + " " + text.length());
            if (answer.equals("fails")) {
              throw new IOException("it must answer, but didn't");
            }
            return answer;
          }
        });
  }

  private static AssessedAdvert advert(String language, String text) {
    return AssessedText.of(language, text);
  }

  @Test
  void areAskedForForeignAdvertsAloneAndOnceEach() {
    Translations translations = by("Waiters wanted");
    AssessedAdvert russian = advert("ru", "Ищем официанток");

    assertThat(translations.of(russian, Locale.ENGLISH))
        .contains(new Translation("Waiters wanted", "fake", true));
    translations.of(russian, Locale.ENGLISH);
    assertThat(translations.of(advert("en", "Waiters wanted"), Locale.ENGLISH)).isEmpty();
    assertThat(translations.of(advert("", "?"), Locale.ENGLISH)).isEmpty();
    assertThat(Translations.none().of(russian, Locale.ENGLISH)).isEmpty();
    assertThat(asked).containsExactly("ru en 15");
  }

  @Test
  void carryNoMarkupNoAddressThatOpensAndNothingThatHides() {
    String text =
        by("<script>x</script> see https://pixel.example.org/1 \u202Eolleh")
            .of(advert("ru", "текст"), Locale.ENGLISH)
            .orElseThrow()
            .text();

    assertThat(text)
        .doesNotContain("<script", "</", "https://", "example.org", "\u202E")
        .contains("hxxps://pixel[.]example[.]org");
  }

  @Test
  void areBoundedBothWays() {
    Translation made =
        by("x".repeat(1_000_000)).of(advert("ru", "д".repeat(6_000)), Locale.ENGLISH).orElseThrow();

    assertThat(asked).containsExactly("ru en 5000");
    assertThat(made.whole()).isFalse();
    assertThat(made.text()).hasSizeLessThanOrEqualTo(21_000);
  }

  @Test
  void sayThatNoneCameAndAskAgainTheNextTime() {
    Translations translations = by("fails");
    AssessedAdvert russian = advert("ru", "текст");

    assertThat(translations.of(russian, Locale.ENGLISH).orElseThrow().failed()).isTrue();
    translations.of(russian, Locale.ENGLISH);
    assertThat(asked).hasSize(2);
  }

  @Test
  void thatAreKnownNeedNotWaitForOneThatHangs() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Translations translations =
        new Translations(
            new TranslatorPlugin() {
              @Override
              public String name() {
                return "fake";
              }

              @Override
              public String translate(String text, String from, String to) throws IOException {
                if (text.equals("долго")) {
                  hangs.countDown();
                  await(goesOn);
                }
                return "known";
              }
            });
    AssessedAdvert known = advert("ru", "текст");
    translations.of(known, Locale.ENGLISH);
    Thread waiting =
        Thread.ofVirtual().start(() -> translations.of(advert("ru", "долго"), Locale.ENGLISH));
    await(hangs);
    try {
      CompletableFuture<String> shown =
          CompletableFuture.supplyAsync(
              () -> translations.of(known, Locale.ENGLISH).orElseThrow().text());
      assertThat(shown.get(20, TimeUnit.SECONDS)).isEqualTo("known");
    } finally {
      goesOn.countDown();
      waiting.join();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void areAskedOfAServerThatSpeaksAsLibreTranslateDoes() throws IOException {
    LibreTranslate libre =
        serving(exchange -> answer(exchange, 200, "{\"translatedText\":\"Hello\"}"));

    assertThat(libre.translate("Привет", "ru", "en")).isEqualTo("Hello");
    assertThat(asked.getFirst())
        .startsWith("POST /translate ")
        .contains(
            "\"q\":\"Привет\"", "\"source\":\"ru\"", "\"target\":\"en\"", "\"format\":\"text\"")
        .contains("\"api_key\":\"secret\"");
  }

  @Test
  void failWhereAServerSaysAnotherThingFloodsDripsOrSendsElsewhere() throws IOException {
    fails(serving(exchange -> answer(exchange, 500, "no")), "status 200, but did with 500");
    fails(serving(exchange -> answer(exchange, 200, "Kim")), "translatedText");
    fails(serving(exchange -> answer(exchange, 200, "{\"translatedText\":7}")), "translatedText");
    fails(serving(exchange -> answer(exchange, 200, "x".repeat(2 << 20))), "but said more");
    fails(
        serving(exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/");
          answer(exchange, 302, "");
        }),
        "but did with 302");
    fails(serving(TranslationsTest::drip, BRIEF), "in time");
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < 100; i++) {
      out.write(' ');
      out.flush();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void fails(LibreTranslate libre, String why) {
    assertThatThrownBy(() -> libre.translate("x", "ru", "en"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  void areAskedOfAProgramWithTheCodesOfLanguages() throws IOException {
    PluginLimits limits = PluginLimits.defaults();
    CommandTranslator echo =
        new CommandTranslator(
            List.of("/bin/sh", "-c", "echo {from}-{to} {from3}-{to3}; cat"),
            limits.answeringIn(LONG));

    assertThat(echo.translate("Hola", "es", "en")).isEqualTo("es-en spa-eng\nHola");
    for (String script : List.of("exit 1", "sleep 60", "cat /dev/zero")) {
      CommandTranslator bad =
          new CommandTranslator(List.of("/bin/sh", "-c", script), limits.answeringIn(BRIEF));
      assertThatThrownBy(() -> bad.translate("Hola", "es", "en")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void areMadeByWhomTheSettingsName() throws IOException {
    Workspace workspace = new Workspace(folder);
    Path script = folder.resolve("t.sh");
    Files.writeString(
        script, "read line; echo '{\"done\":1,\"text\":\"by a plug-in\"}'; cat > /dev/null");
    Files.writeString(
        workspace.config(),
        """
        plugins:
          commands:
            - {name: own, kind: translator, command: /bin/sh ./t.sh}
        translation: {by: own}
        """);

    assertThat(
            Translators.of(workspace, Settings.of(workspace, folder))
                .of(advert("ru", "текст"), Locale.ENGLISH))
        .contains(new Translation("by a plug-in", "own", true));

    Files.writeString(workspace.config(), "translation: {by: other}\n");
    assertThatThrownBy(() -> Translators.of(workspace, Settings.of(workspace, folder)))
        .hasMessageContaining("translation.by must be");
    Files.writeString(
        workspace.config(), "translation: {by: libretranslate, url: 'http://example.org'}\n");
    assertThatThrownBy(() -> Settings.of(workspace, folder))
        .hasMessageContaining("translation.url: must be an address that begins with https://");
  }

  /** What a server answers. */
  @FunctionalInterface
  private interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  private LibreTranslate serving(Answering answering) throws IOException {
    return serving(answering, LONG);
  }

  private LibreTranslate serving(Answering answering, Duration patience) throws IOException {
    stop();
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    started.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(body, StandardCharsets.UTF_8));
          try (exchange) {
            answering.to(exchange);
          } catch (IOException e) {
            // the other side has had enough
          }
        });
    started.start();
    server = started;
    return new LibreTranslate(
        "http://127.0.0.1:" + started.getAddress().getPort(), "secret", patience);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
