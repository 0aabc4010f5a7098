package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.casework.Enclosures;
import org.vigie.casework.Readme;
import org.vigie.casework.people.Sessions;
import org.vigie.casework.submission.Submissions;

/** The inventory of keys, connections, data and logs is that of the program. */
class InventoryTest {
  private static final Pattern ALGORITHM =
      Pattern.compile(
          "\"(Ed25519|Ed448|EdDSA|EC|RSA(?:/[^\" ]*)?|DSA|AES(?:/[^\" ]*)?|DES[a-z]*(?:/[^\" ]*)?"
              + "|RC4|ChaCha20[^\" ]*|Hmac[^\" ]*|SHA-?[0-9]+|SHA[0-9]+with[^\" ]*|MD5|TLS"
              + "|TLSv1[^\" ]*|SSL[^\" ]*|PBKDF2[^\" ]*|ECDH[^\" ]*|X25519|secp[^\" ]*)\"");

  private static final Pattern CONNECTS =
      Pattern.compile(
          "HttpClient\\b|\\bSocket\\(|\\bServerSocket\\b|\\bSSLSocket\\b|SocketFactory\\b"
              + "|\\bHttpServer\\b|\\bJetty\\b|\\bJavalin\\.create\\b|\\bSocketChannel\\b"
              + "|\\bURLConnection\\b|\\bDatagramSocket\\b|\\bKafkaConsumer\\b|\\bKafkaProducer\\b"
              + "|\\bKafkaSource\\b|\\bKafkaSink\\b|AdminClient\\b|\\bHTTPRequest\\b");

  private final JsonNode inventory = inventory();

  private static JsonNode inventory() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(Readme.text("docs/reference/inventory.yaml"));
    } catch (IOException e) {
      throw new AssertionError("the inventory must be YAML", e);
    }
  }

  @Test
  void namesEachAlgorithmThatTheProgramAsksFor() throws Exception {
    Set<String> asked = new TreeSet<>();
    for (OwnSource source : OwnSource.shipped()) {
      // A country, among others.
      if (!source.name().equals("Regions")) {
        asked.addAll(source.groups(ALGORITHM));
      }
    }

    assertThat(asked)
        .isEqualTo(
            entries("cryptography")
                .filter(entry -> !entry.path("by").asText().equals("library"))
                .map(entry -> entry.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void namesEachPartThatConnectsOrListens() throws Exception {
    Set<String> connecting =
        OwnSource.shipped().stream()
            .filter(source -> source.has(CONNECTS))
            .map(OwnSource::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(connecting)
        .isEqualTo(
            entries("connections")
                .flatMap(entry -> StreamSupport.stream(entry.path("classes").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void namesKeysOfTheSettingsAndTestsThatAreThere() throws Exception {
    JsonNode settings =
        new ObjectMapper(new YAMLFactory()).readTree(Readme.text("docs/reference/vigie.yaml"));
    assertThat(entries("connections").map(entry -> entry.path("key").asText()))
        .filteredOn(key -> !key.isEmpty())
        .hasSizeGreaterThan(7)
        .allSatisfy(key ->
            assertThat(settings.at("/" + key.replace('.', '/')).isMissingNode()).as(key).isFalse());
    Set<String> tests = OwnSource.tests();
    for (String list : new String[] {"combinations", "fields"}) {
      assertThat(entries(list).map(entry -> entry.path("test").asText())).allMatch(tests::contains);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "keys, 14, what kind lies ends", "data, 5, what encryption integrity retention log access",
    "logs, 6, events format lies access kept", "uploads, 2, kinds bytes unpacked then"
  })
  void leavesNothingOfAnEntryOut(String list, int least, String parts) {
    assertThat(entries(list)).hasSizeGreaterThanOrEqualTo(least);
    for (String part : parts.split(" ", -1)) {
      assertThat(entries(list)).as(part).noneMatch(entry -> entry.path(part).isMissingNode());
    }
  }

  @Test
  void saysHowLongAndHowManyAsTheProgramHasIt() {
    JsonNode sessions = inventory.path("sessions");
    assertThat(sessions.path("at-once").asInt()).isEqualTo(Sessions.MOST);
    assertThat(sessions.path("unused-minutes").asLong()).isEqualTo(Sessions.IDLE.toMinutes());
    assertThat(sessions.path("longest-hours").asLong()).isEqualTo(Sessions.LONGEST.toHours());
    assertThat(entries("uploads").map(entry -> entry.path("bytes").asLong()))
        .containsExactly(Submissions.MOST_BYTES, (long) Enclosures.MOST_BYTES);
    JsonNode updates = inventory.path("updates");
    assertThat(updates.path("critical").asInt()).isBetween(1, updates.path("high").asInt());
  }

  private Stream<JsonNode> entries(String list) {
    return StreamSupport.stream(inventory.path(list).spliterator(), false);
  }
}
