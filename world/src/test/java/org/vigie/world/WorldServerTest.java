package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorldServerTest {
  private static final World WORLD = World.generate(new WorldSpec(1, 420));
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static WorldServer server;

  @BeforeAll
  static void start() throws IOException {
    server = WorldServer.start(WORLD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void opensEachSiteOnAPortOfItsOwn() {
    assertThat(server.seeds().stream().map(URI::getHost))
        .containsExactlyElementsOf(server.hosts().keySet())
        .contains("annonces.example.org", "jobs.example.org", "telegram.example.org");
    assertThat(server.seeds().stream().map(URI::getPort)).doesNotHaveDuplicates();
    assertThat(server.hosts().values()).containsOnly("127.0.0.1");
  }

  @Test
  void leadsFromItsSeedsToEveryAdvertWithinAFewHops() {
    Set<String> found = new HashSet<>();
    for (URI seed : server.seeds()) {
      Map<String, Integer> hops = Crawl.hops("/", target -> get(seed.resolve(target)).body());
      assertThat(hops.values()).allSatisfy(count -> assertThat(count).isLessThan(12));
      hops.keySet().forEach(target -> found.add("http://" + seed.getHost() + target));
    }

    Set<String> pages = new HashSet<>();
    WORLD.adverts().forEach(advert -> pages.add(advert.url().replaceFirst("#.*", "")));
    assertThat(found).containsAll(pages);
  }

  @Test
  void servesRobotsRulesThatForbidLinkedPagesAndCountsWhoComesAnyway() throws IOException {
    try (WorldServer own = WorldServer.start(World.generate(new WorldSpec(2, 100)))) {
      for (URI seed : own.seeds()) {
        assertThat(get(seed.resolve("/robots.txt")).body())
            .contains("User-agent: *", "Disallow: /private/");
        assertThat(get(seed).body()).contains("href=\"/private/members\"");
      }
      assertThat(own.disallowedRequests()).isZero();

      assertThat(get(own.seeds().getFirst().resolve("/private/members")).statusCode())
          .isEqualTo(200);
      get(own.seeds().getFirst().resolve("/private/elsewhere"));
      assertThat(own.disallowedRequests()).isEqualTo(2);
      assertThat(own.requests()).isEqualTo(12);
    }
  }

  @Test
  void answers404ToWhatItDoesNotHave() {
    URI annonces = server.seeds().getFirst();
    for (String target :
        List.of(
            "/nowhere",
            "/annonce/0",
            "/annonce/999999",
            "/annonce/-1",
            "/annonce/99999999999999999999",
            "/annonce/1/2",
            "/annonce/",
            "/annonce/%00",
            "/rubrique/goods?page=0",
            "/rubrique/goods?page=9999",
            "/rubrique/goods?page=x")) {
      assertThat(get(annonces.resolve(annonces.getPath()).toString(), target).statusCode())
          .as(target)
          .isEqualTo(404);
    }
  }

  @Test
  void answersOnlyQuestions() throws Exception {
    URI seed = server.seeds().getFirst();
    HttpRequest post =
        HttpRequest.newBuilder(loopback(seed))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    HttpRequest head =
        HttpRequest.newBuilder(loopback(seed))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    HttpResponse<String> answer = CLIENT.send(head, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void answersManyAtOnceAsItAnswersOne() throws Exception {
    Map<URI, String> expected = new LinkedHashMap<>();
    for (URI seed : server.seeds()) {
      for (String target : List.of("/", "/about", "/robots.txt")) {
        expected.put(seed.resolve(target), get(seed.resolve(target)).body());
      }
    }
    List<Callable<Boolean>> asks = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      expected.forEach((uri, body) -> asks.add(() -> get(uri).body().equals(body)));
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Boolean> same : threads.invokeAll(asks)) {
        assertThat(same.get()).isTrue();
      }
    }
  }

  @Test
  void servesASiteBesideThoseOfItsWorldOnAPortOfItsOwn() throws IOException {
    ServedSite site =
        new ServedSite() {
          @Override
          public String hostName() {
            return "beside.example.org";
          }

          @Override
          public Optional<ServedPage> findPage(String target) {
            return target.equals("/a?b") ? Optional.of(ServedPage.text("c")) : Optional.empty();
          }
        };
    try (WorldServer own = WorldServer.start(World.generate(new WorldSpec(2, 100)), site)) {
      URI beside = own.seeds().getLast();

      assertThat(own.hosts()).containsEntry("beside.example.org", "127.0.0.1");
      assertThat(beside.getHost()).isEqualTo("beside.example.org");
      assertThat(get(beside.resolve("/a?b")).body()).isEqualTo("c");
      assertThat(get(beside.resolve("/about")).statusCode()).isEqualTo(404);
      assertThat(get(own.seeds().getFirst().resolve("/about")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void closesItsPorts() throws IOException {
    WorldServer closed = WorldServer.start(World.generate(new WorldSpec(2, 100)));
    List<URI> seeds = closed.seeds();
    closed.close();

    for (URI seed : seeds) {
      Assertions.assertThatThrownBy(() -> get(seed)).hasCauseInstanceOf(ConnectException.class);
    }
  }

  private static HttpResponse<String> get(URI uri) {
    return send(loopback(uri));
  }

  private static HttpResponse<String> get(String origin, String target) {
    return send(
        URI.create(loopback(URI.create(origin)).toString().replaceFirst("/$", "") + target));
  }

  private static HttpResponse<String> send(URI uri) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("page must be served: " + uri.getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stands in for DNS. */
  private static URI loopback(URI uri) {
    return URI.create(uri.toString().replace(uri.getHost(), "127.0.0.1"));
  }
}
