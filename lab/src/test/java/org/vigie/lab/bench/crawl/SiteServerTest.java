package org.vigie.lab.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteServerTest {
  private final AdvertSite site = new AdvertSite(300, 7);
  private final SiteServer server = new SiteServer(site);
  private ServerSocket socket;

  @BeforeEach
  void serve() throws Exception {
    socket = new ServerSocket(0, 16, InetAddress.getByName("127.0.0.1"));
    Thread.ofPlatform().daemon().start(() -> server.serve(socket));
  }

  @AfterEach
  void close() throws Exception {
    socket.close();
  }

  @Test
  void sendsPagesAndCountsThemOnceAndAsOftenAsSent() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(get(client, site.path(7)).body()).isEqualTo(site.html(7));
      get(client, site.path(7));
      get(client, site.path(8));
      assertThat(get(client, "/robots.txt").statusCode()).isEqualTo(200);
      assertThat(get(client, "/other").statusCode()).isEqualTo(404);
    }
    assertThat(Served.parse(server.count())).isEqualTo(new Served(2, 3, 1));
  }

  private HttpResponse<byte[]> get(HttpClient client, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }
}
