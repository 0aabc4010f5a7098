package org.vigie.casework.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.config.ForwardSettings.Format;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.ShownIds;

class AuditForwarderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final Mandate MANDATE =
      new Mandate("m-1", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  /** Written from the grammar of RFC 5424, section 6, for messages in ASCII. */
  private static final Pattern RFC5424 =
      Pattern.compile(
          "<(?:\\d|[1-9]\\d|1[0-8]\\d|19[01])>1 "
              + "(?:-|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:\\d\\d)) "
              + "[!-~]{1,255} [!-~]{1,48} [!-~]{1,128} [!-~]{1,32} "
              + "(?:-|(?:\\[[!-~&&[^= \\]\"]]{1,32}(?: [!-~&&[^= \\]\"]]{1,32}=\"(?:[^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")*\\])+)"
              + "(?: [ -~]*)?");

  @TempDir Path folder;
  private Path log;
  private AuditLog written;

  @BeforeEach
  void begin() {
    log = folder.resolve("audit/audit.jsonl");
    written = new AuditLog(log, new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads")));
  }

  @Test
  void noLineHoldsUpThoseBehindIt() throws Exception {
    append("one");
    written.append(NOW, "1".repeat(20_000), AuditEvent.of("two", ""), MANDATE);
    Files.writeString(
        log, Files.readString(log) + "{\"at\":\"2026-01-01T00:00:00Z\",\"command\":\"x\"}\n");
    Files.writeString(log, Files.readString(log) + Files.readAllLines(log).getFirst() + "\n");
    for (Format format : Format.values()) {
      assertThat(sent(format)).hasSize(4);
    }
  }

  @Test
  void eachLineArrivesOnceWhileTheReceiverIsThere() throws Exception {
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      AuditForwarder forwarder = toSyslog(receiver.port(), Format.ECS);
      append("one");
      append("two");
      forwarder.pass();
      append("three");
      forwarder.pass();
      forwarder.pass();

      assertThat(actions(receiver.messages())).containsExactly("one", "two", "three");
    }
  }

  @Test
  void anOutageStopsNothingIsKeptAndEndsWhereItBegan() throws Exception {
    int port;
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      port = receiver.port();
      append("one");
      toSyslog(port, Format.ECS).pass();
    }
    append("two");
    ForwardState out = toSyslog(port, Format.ECS).pass();
    append("three");
    assertThat(out.since()).isEqualTo(NOW.toString());
    assertThat(out.problem()).isNotEmpty();
    assertThat(ForwardState.read(ForwardState.beside(log))).contains(out);

    try (SyslogReceiver receiver = SyslogReceiver.plain(port)) {
      ForwardState back = toSyslog(port, Format.ECS).pass();
      assertThat(actions(receiver.messages())).containsExactly("two", "three");
      assertThat(back.since()).isEmpty();
      assertThat(back.bytes()).isEqualTo(Files.size(log));
    }
  }

  @Test
  void whatAReceiverThatBrokeOffMayNotHaveIsSentAgain() throws Exception {
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      AuditForwarder forwarder = toSyslog(receiver.port(), Format.ECS);
      for (int i = 0; i < 50; i++) {
        append("act " + i);
      }
      receiver.breakAfter(7);
      assertThat(forwarder.pass().since()).isNotEmpty();
      receiver.breakAfter(Integer.MAX_VALUE);
      assertThat(forwarder.pass().since()).isEmpty();

      List<String> arrived = actions(receiver.messages());
      assertThat(arrived).hasSize(57);
      for (int i = 0; i < 50; i++) {
        assertThat(arrived).contains("act " + i);
      }
    }
  }

  @Test
  void aLogThatWasRolledBackIsToldAndSentFromItsBeginning() throws Exception {
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      AuditForwarder forwarder = toSyslog(receiver.port(), Format.ECS);
      append("one");
      append("two");
      forwarder.pass();
      Files.writeString(log, Files.readAllLines(log).getFirst() + "\n");

      assertThat(forwarder.pass().restarted()).isEqualTo(NOW.toString());
      assertThat(actions(receiver.messages())).containsExactly("one", "two", "one");
    }
  }

  @Test
  void nothingThatPeopleTypedAndNoTelephoneLeaves() throws Exception {
    String id = "a-01234567890123456789";
    written.append(
        NOW,
        "ana",
        AuditEvent.of("search", "id=447700900123 key=phone:+44-7700-900123 advert=" + id)
            .typed("query", "visa in two days")
            .because("somebody called +44 7700 900123")
            .showing(ShownIds.of(List.of(id)))
            .disclosing(new Disclosure("Example authority", "within its district")),
        MANDATE);
    for (Format format : Format.values()) {
      String line = sent(format).getFirst();
      assertThat(line)
          .contains("ana", "search", id, "(number)", "query=~")
          .doesNotContain(
              "7700900", "7700-900", "7700 900", "visa", "called", "authority", "district");
    }
  }

  @Test
  void aFileGetsADocumentOfTheElasticCommonSchemaALine() throws Exception {
    append("consultation get /adverts/{id}");
    written.append(NOW, "bea", AuditEvent.of("refused post /exports", ""), MANDATE);
    Path target = folder.resolve("siem.jsonl");
    Files.writeString(target, "{\"torn");

    new AuditForwarder(log, new ForwardSettings("file:siem.jsonl", Format.ECS, ""), folder, clock())
        .pass();

    List<String> lines = Files.readAllLines(target);
    assertThat(lines).hasSize(3);
    JsonNode first = new ObjectMapper().readTree(lines.get(1));
    assertThat(first.at("/@timestamp").asText()).isEqualTo("2026-03-01T12:00:00.123456Z");
    assertThat(first.at("/event/kind").asText()).isEqualTo("event");
    assertThat(first.at("/event/category/0").asText()).isEqualTo("database");
    assertThat(first.at("/event/type/0").asText()).isEqualTo("access");
    assertThat(first.at("/event/outcome").asText()).isEqualTo("success");
    assertThat(first.at("/user/name").asText()).isEqualTo("ana");
    assertThat(first.at("/vigie/mandate").asText()).isEqualTo(MANDATE.id());
    JsonNode second = new ObjectMapper().readTree(lines.get(2));
    assertThat(second.at("/event/outcome").asText()).isEqualTo("failure");
    assertThat(second.at("/vigie/previous").asText())
        .as("the chain goes on where lines are watched")
        .isEqualTo(first.at("/event/hash").asText());
  }

  @Test
  void messagesAreOfTheGrammarOfTheStandardWhateverTheLogHolds() throws Exception {
    append("quotes \" brackets ] backslashes \\ and \u00e9\u202e");
    append("");
    Files.writeString(log, Files.readString(log) + "no entry\n");
    for (Format format : Format.values()) {
      assertThat(sent(format)).hasSize(3).allMatch(line -> RFC5424.matcher(line).matches());
    }
  }

  /** Returns what a receiver gets of the whole log. */
  private List<String> sent(Format format) throws Exception {
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      toSyslog(receiver.port(), format).pass();
      return receiver.messages();
    }
  }

  private AuditForwarder toSyslog(int port, Format format) {
    return new AuditForwarder(
        log, new ForwardSettings("syslog+tcp://127.0.0.1:" + port, format, ""), folder, clock());
  }

  private void append(String command) {
    written.append(NOW, "ana", AuditEvent.of(command, ""), MANDATE);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static List<String> actions(List<String> messages) throws Exception {
    return messages.stream()
        .map(message -> message.substring(message.indexOf('{')))
        .map(AuditForwarderTest::action)
        .toList();
  }

  private static String action(String document) {
    try {
      return new ObjectMapper().readTree(document).at("/event/action").asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
