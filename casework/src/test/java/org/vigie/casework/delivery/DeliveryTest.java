package org.vigie.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.casework.render.AlertWords;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.document.RecordJson;

/** Alerts to a web server and a mail server on loopback. */
class DeliveryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
  private static final byte[] KEY =
      "a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private HttpServer server;
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> handedOver = new ArrayList<>();

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("Vigie-Signature"));
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          int status = answers.isEmpty() ? 200 : answers.remove();
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void signsWhatItPosts() throws Exception {
    Alert alert = alert("c-1", Severity.URGENT, "10 adverts");

    assertThat(tell(alert)).isEqualTo(new Delivery.Outcome(1, 0, 0));

    assertThat(RecordJson.read(bodies.getFirst(), Alert.class)).isEqualTo(alert);
    assertThat(keys).containsExactly(alert.id() + "-urgent");
    assertThat(signatures)
        .containsExactly(
            Webhook.signature(CLOCK.instant().getEpochSecond(), bodies.getFirst(), KEY));
  }

  /** The expected value is OpenSSL's: {@code printf 1.x | openssl dgst -sha256 -hmac Jefe}. */
  @Test
  void signsByHmacSha256() {
    assertThat(Webhook.signature(1, "x", "Jefe".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("t=1,v1=2f7ccbd0f043456ad29514b2d24a8aa345ec6673a5db1b44e91c8ac99d1841e3");
  }

  @Test
  void tellsOfAnAlertOnceAndAgainWhenItsSeverityRises() throws Exception {
    assertThat(tell(alert("c-1", Severity.WARNING, "3 adverts")).sent()).isEqualTo(1);
    assertThat(tell(alert("c-1", Severity.WARNING, "9 adverts")).sent()).isZero();
    assertThat(tell(alert("c-1", Severity.URGENT, "12 adverts")).sent()).isEqualTo(1);
    assertThat(tell(alert("c-1", Severity.WARNING, "12 adverts")).sent()).isZero();

    assertThat(bodies).hasSize(2);
  }

  @Test
  void tellsOfAnAlertOnceThoughItHasAnotherIdSinceItsClusterWasRenamed() throws Exception {
    Alert before = alert("c-2", Severity.WARNING, "3 adverts");
    Alert now = alert("c-1", Severity.WARNING, "9 adverts");
    assertThat(tell(before).sent()).isEqualTo(1);

    Delivery.Outcome again =
        delivery()
            .tell(
                webhook(),
                List.of(now),
                id -> id.equals(before.id()) ? now.id() : id,
                (sink, alert, content) -> {});

    assertThat(again.sent()).isZero();
    assertThat(bodies).hasSize(1);
  }

  @Test
  void triesAgainAfterLongerAndLongerPauses() throws Exception {
    answers.addAll(List.of(503, 429, 500));

    assertThat(tell(alert("c-1", Severity.WARNING, "3 adverts")).sent()).isEqualTo(1);

    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
    assertThat(keys.stream().distinct()).hasSize(1);
  }

  @Test
  void keepsWhatCannotBeDeliveredAndGoesOn() throws Exception {
    answers.addAll(List.of(500, 500, 500, 500, 500, 403, 200));
    Alert failing = alert("c-1", Severity.WARNING, "3 adverts");
    Alert refused = alert("c-2", Severity.WARNING, "4 adverts");
    Alert taken = alert("c-3", Severity.WARNING, "5 adverts");

    assertThat(tell(failing, refused, taken)).isEqualTo(new Delivery.Outcome(1, 2, 0));
    assertThat(tell(failing, refused, taken)).isEqualTo(new Delivery.Outcome(0, 0, 0));

    List<String> dead = Files.readAllLines(folder.resolve("undelivered.jsonl"));
    assertThat(dead).hasSize(2);
    Delivery.Undelivered first = RecordJson.read(dead.getFirst(), Delivery.Undelivered.class);
    assertThat(first.alert()).isEqualTo(failing);
    assertThat(first.reason()).isEqualTo("the webhook must answer with 2xx, but answered 500");
  }

  @Test
  void givesUpASinkThatIsDownAfterOneAlertAndGoesOnFromThereTheNextTime() throws Exception {
    answers.addAll(List.of(500, 500, 500, 500, 500, 500));
    Alert first = alert("c-1", Severity.WARNING, "3 adverts");
    Alert second = alert("c-2", Severity.WARNING, "4 adverts");
    Alert third = alert("c-3", Severity.WARNING, "5 adverts");

    assertThat(tell(first, second, third)).isEqualTo(new Delivery.Outcome(0, 1, 2));
    assertThat(pauses).hasSize(4);
    assertThat(tell(first, second, third)).isEqualTo(new Delivery.Outcome(2, 0, 0));
    assertThat(Files.readAllLines(folder.resolve("undelivered.jsonl"))).hasSize(1);
  }

  @Test
  void letsOneProcessAtATimeTellOfAWorkspacesAlerts() throws Exception {
    Workspace workspace = new Workspace(folder.resolve("w"));
    try (WorkspaceLock lock = WorkspaceLock.takeDelivery(workspace);
        WorkspaceLock run = WorkspaceLock.take(workspace)) {
      assertThatThrownBy(() -> WorkspaceLock.takeDelivery(workspace))
          .isInstanceOf(WorkspaceInUseException.class);
    }
    WorkspaceLock.takeDelivery(workspace).close();
  }

  @Test
  void followsNoRedirect() throws Exception {
    answers.add(302);

    assertThat(tell(alert("c-1", Severity.WARNING, "3 adverts")))
        .isEqualTo(new Delivery.Outcome(0, 1, 0));

    assertThat(bodies).hasSize(1);
  }

  @Test
  void saysBeforeWhatEachSinkGetsByteForByte() throws Exception {
    answers.addAll(List.of(503, 200));
    Alert alert = alert("c-1", Severity.WARNING, "3 adverts");
    tell(alert);
    assertThat(handedOver).as("tried twice, said once").containsExactly(bodies.getLast());

    handedOver.clear();
    Path file = folder.resolve("alerts.jsonl");
    tell(new AlertFile(file), alert);
    assertThat(handedOver).containsExactly(Files.readString(file));

    handedOver.clear();
    GreenMail mail = mailServer();
    try {
      tell(mailbox(mail.getSmtp().getPort()), alert);
      String received = mail.getReceivedMessages()[0].getContent().toString();
      assertThat(handedOver)
          .as("but for the last line feed, which this server takes for the end of the mail")
          .containsExactly(received.replace("\r\n", "\n") + "\n");
    } finally {
      mail.stop();
    }
  }

  @Test
  void handsNothingOverThatCannotBeSaidBefore() {
    Delivery.Before full =
        (sink, alert, content) -> {
          throw UserError.ofInput("the log must be writable, but isn't");
        };

    assertThatThrownBy(() ->
            delivery()
                .tell(
                    webhook(),
                    List.of(alert("c-1", Severity.WARNING, "3 adverts")),
                    id -> id,
                    full))
        .isInstanceOf(UserError.class);

    assertThat(bodies).isEmpty();
  }

  @Test
  void writesEachAlertToAFileOnce() throws Exception {
    AlertFile file = new AlertFile(folder.resolve("alerts.jsonl"));
    Alert alert = alert("c-1", Severity.WARNING, "3 adverts");
    tell(file, alert);
    tell(file, alert);

    assertThat(folder.resolve("alerts.jsonl")).hasContent(RecordJson.write(alert));
  }

  @Test
  void sendsPlainTextByMailInWhichNoAddressIsALink() throws Exception {
    GreenMail mail = mailServer();
    try {
      Alert alert =
          alert("c-1", Severity.WARNING, "see http://bad.example.org/\r\nBcc: x@example.org");

      assertThat(tell(mailbox(mail.getSmtp().getPort()), alert).sent()).isEqualTo(1);

      MimeMessage[] received = mail.getReceivedMessages();
      assertThat(received).hasSize(1);
      assertThat(received[0].getContentType()).startsWith("text/plain");
      assertThat(received[0].getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("unit@example.org");
      assertThat(received[0].getSubject()).startsWith("[Vigie] warning: ");
      assertThat(received[0].getMessageID()).isEqualTo("<" + alert.id() + "-warning@vigie>");
      assertThat(received[0].getContent().toString())
          .contains(alert.id(), "not a verdict")
          .doesNotContain("http://");
    } finally {
      mail.stop();
    }
  }

  @Test
  void keepsAMailThatNoServerTakes() throws Exception {
    try (Socket held = new Socket()) { // bound, so that nobody else listens there
      held.bind(new InetSocketAddress("127.0.0.1", 0));
      Mailbox closed = mailbox(held.getLocalPort());

      assertThat(tell(closed, alert("c-1", Severity.WARNING, "3 adverts")))
          .isEqualTo(new Delivery.Outcome(0, 1, 0));
    }
    assertThat(pauses).hasSize(4);
  }

  private static GreenMail mailServer() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  @Test
  void sendsMailInTheLanguageOfTheUnit() throws Exception {
    GreenMail mail = mailServer();
    try {
      Alert english = alert("c-1", Severity.WARNING, "8 adverts of one campaign");
      AlertLine headline = AlertLine.of(Finding.of("shown-campaign").with("adverts", 8));
      AlertLine reason = AlertLine.of(Finding.of("text").with("text", "LX-07"));
      Alert alert =
          english.retold(
              english.at(),
              english.headline(),
              english.reasons(),
              List.of(headline, reason),
              List.of());

      tell(mailbox(mail.getSmtp().getPort(), Locale.FRENCH), alert);

      MimeMessage received = mail.getReceivedMessages()[0];
      assertThat(received.getSubject())
          .isEqualTo("[Vigie] avertissement: 8 annonces d’une même campagne");
      assertThat(received.getContent().toString())
          .contains("dernier élément le", "Une piste à examiner, pas un verdict.")
          .doesNotContain("adverts");
    } finally {
      mail.stop();
    }
  }

  private static Mailbox mailbox(int port) {
    return mailbox(port, Locale.ENGLISH);
  }

  private static Mailbox mailbox(int port, Locale language) {
    return new Mailbox(
        new MailSettings(
            "127.0.0.1", port, false, "", "", "vigie@example.org", List.of("unit@example.org")),
        AlertWords.in(language),
        CLOCK);
  }

  private Delivery.Outcome tell(Alert... alerts) throws Exception {
    return tell(webhook(), alerts);
  }

  private Delivery.Outcome tell(AlertSink sink, Alert... alerts) throws Exception {
    return delivery()
        .tell(sink, List.of(alerts), id -> id, (to, alert, content) -> handedOver.add(content));
  }

  private Webhook webhook() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
    return new Webhook(url, KEY, CLOCK);
  }

  private Delivery delivery() {
    return new Delivery(folder, CLOCK, pauses::add);
  }

  private static Alert alert(String subject, Severity severity, String headline) {
    return new Alert(
        Alert.idOf("campaign", "1", subject),
        "campaign",
        "1",
        subject,
        severity,
        CLOCK.instant(),
        headline,
        List.of("LX-07 in all of them"),
        List.of(),
        "forum",
        null,
        "model-1",
        "1");
  }
}
