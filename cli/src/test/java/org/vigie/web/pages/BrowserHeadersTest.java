package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.pipeline.workspace.Workspace;

/** What each answer tells a browser to refuse, whatever was asked and whoever asked. */
class BrowserHeadersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/api/v1/openapi.json"})
  void arePartOfEveryAnswer(String path) throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder))) {
      var headers = answer(served, path, "http").headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(headers.firstValue("Strict-Transport-Security")).as("over HTTP").isEmpty();
    }
  }

  @Test
  void demandTlsForAYearWhereThereIsTls() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder))) {
      assertThat(
              answer(served, "/sign-in", "https").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000; includeSubDomains");
    }
  }

  @Test
  void clearWhatABrowserKeptOfWhomeverSignsOut() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder))) {
      Browser analyst = served.as("analyst");
      assertThat(analyst.get("/account").body())
          .contains("<script src=\"/assets/leave.js\" data-minutes=\"30\" defer></script>");
      assertThat(analyst.raw("POST", "/sign-out", "a=b").headers().firstValue("Clear-Site-Data"))
          .contains("\"cache\", \"storage\"");
      assertThat(served.nobody().get("/sign-in").body()).doesNotContain("leave.js");
    }
  }

  @Test
  void foldersAreNotListed() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder))) {
      for (String path :
          List.of("/assets", "/assets/", "/assets/../", "/.git/config", "/META-INF/")) {
        assertThat(answer(served, path, "http").body())
            .as(path)
            .doesNotContain("intake.js", "[core]", "MANIFEST");
        assertThat(answer(served, path, "http").statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void traceIsNoMethod() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest trace =
          HttpRequest.newBuilder(at(served, "/sign-in"))
              .method("TRACE", HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(client.send(trace, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isGreaterThanOrEqualTo(300);
    }
  }

  private static HttpResponse<String> answer(ServedConsole served, String path, String scheme)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(at(served, path)).header("X-Forwarded-Proto", scheme).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static URI at(ServedConsole served, String path) {
    return URI.create("http://127.0.0.1:" + served.console.port() + path);
  }
}
