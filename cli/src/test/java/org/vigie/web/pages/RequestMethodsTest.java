package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;

/** What RFC 9110 says of methods, schemes and bodies. */
class RequestMethodsTest {
  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void theHeadAloneIsThatOfThePage() throws Exception {
    for (String path :
        List.of("/", "/sign-in", "/adverts/a-1", "/health/ready", "/assets/vigie.css")) {
      HttpResponse<String> page = served.nobody().raw("GET", path, "");
      HttpResponse<String> head = served.nobody().raw("HEAD", path, "");
      assertThat(head.statusCode()).as(path).isEqualTo(page.statusCode());
      for (String header : List.of("Content-Type", "Location", "Cache-Control")) {
        assertThat(head.headers().firstValue(header))
            .as(path)
            .isEqualTo(page.headers().firstValue(header));
      }
      assertThat(head.body()).as(path).isEmpty();
    }
    assertThat(served.nobody().raw("HEAD", "/api/v1/adverts", "").statusCode()).isEqualTo(401);
    assertThat(served.as("auditor").raw("HEAD", "/alerts", "").statusCode()).isEqualTo(403);
    assertThat(served.as("analyst").raw("HEAD", "/adverts/a-none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherMethodIsToldFromAnotherName() throws Exception {
    HttpResponse<String> page = served.nobody().raw("DELETE", "/sign-in", "a=b");
    assertThat(page.statusCode()).isEqualTo(405);
    assertThat(page.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "POST");
    assertThat(page.body()).contains("can't be asked for in this way");
    assertThat(served.nobody().raw("GET", "/nowhere", "").body()).contains("nothing by that name");
  }

  @Test
  void aCharsetThatIsNoneIsToldAndIsNoFaultOfTheServer() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String charset : List.of("nonesuch", "", "%")) {
        HttpResponse<String> page =
            client.send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + served.console.port() + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=" + charset)
                    .POST(HttpRequest.BodyPublishers.ofString("name=analyst"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(charset).isEqualTo(415);
        assertThat(page.body()).as(charset).contains("UTF-8");
      }
    }
  }

  @Test
  void theNameOfASchemeIsWrittenInAnyCase() throws Exception {
    String token = served.token("analyst", Set.of(Scope.CASEWORK));
    for (String scheme : List.of("Bearer ", "bearer ", "BEARER ")) {
      assertThat(
              served
                  .nobody()
                  .raw("GET", "/api/v1/cases", "", "Authorization", scheme + token)
                  .statusCode())
          .as(scheme)
          .isEqualTo(200);
    }
  }

  @Test
  void aSecondTabFromBeforeTheSignInSignsInToo() throws Exception {
    Browser browser = served.signedIn("analyst");
    browser.forgetFormToken();
    served.clock.pass(Duration.ofMinutes(2));
    String form =
        "name=analyst&code=%s&password=%s"
            .formatted(served.codeNow(), ServedConsole.PASSWORD.replace(' ', '+'));

    assertThat(browser.raw("POST", "/sign-in", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.raw("POST", "/sign-in", form, "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
  }
}
