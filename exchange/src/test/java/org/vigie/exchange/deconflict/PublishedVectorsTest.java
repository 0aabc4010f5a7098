package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

/** The vectors of docs/reference/deconfliction-vectors.json, computed anew. */
class PublishedVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  private static JsonNode vectors;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws IOException {
    Path root = Path.of(System.getProperty("vigie.root", ".."));
    vectors = JSON.readTree(root.resolve("docs/reference/deconfliction-vectors.json").toFile());
  }

  @Test
  void holdForEachKindOfSelector() {
    OprfKey key = key();
    List<String> kinds = new ArrayList<>();
    assertThat(text(vectors, "publicKey")).isEqualTo(HEX.formatHex(P256.encode(key.publicKey())));
    for (JsonNode vector : vectors.path("selectors")) {
      Selector selector = Selector.of(text(vector, "selector"));
      kinds.add(selector.type().label());
      assertThat(vector).isEqualTo(computed(key, selector, scalar(vector, "blind"), vector));
    }
    assertThat(kinds).containsExactly("phone", "email", "handle", "wallet", "iban");
  }

  /** Computes all that follows from key, selector, blind and number of the desk. */
  private static ObjectNode computed(
      OprfKey key, Selector selector, BigInteger blind, JsonNode given) {
    OprfClient client = new OprfClient(OprfSuite.VOPRF);
    List<byte[]> inputs = List.of(selector.input());
    byte[] blinded = client.blind(inputs, List.of(blind));
    AffinePoints evaluated = key.evaluate(AffinePoints.decode(blinded, 0, 1));
    byte[] output = client.finish(inputs, List.of(blind), evaluated)[0];
    assertThat(output).as("of the key itself").isEqualTo(key.outputs(inputs)[0]);
    int desk = given.path("desk").asInt();
    byte[] entry = HeldTags.entry(new HeldTags.Held(output, desk));
    return JSON.createObjectNode()
        .put("selector", selector.key())
        .put("input", HEX.formatHex(selector.input()))
        .put("blind", HEX.formatHex(P256.encode(blind)))
        .put("blinded", HEX.formatHex(blinded))
        .put("evaluated", HEX.formatHex(evaluated.encode()))
        .put("output", HEX.formatHex(output))
        .put("desk", desk)
        .put("entry", HEX.formatHex(entry));
  }

  @Test
  void holdForTheProofOfAll() {
    AffinePoints blinded = points("blinded");
    AffinePoints evaluated = points("evaluated");
    OprfProof proof = key().prove(blinded, evaluated, scalar(vectors.path("proof"), "nonce"));

    assertThat(HEX.formatHex(proof.bytes())).isEqualTo(text(vectors.path("proof"), "proof"));
    assertThat(proof.holds(key().publicKey(), blinded, evaluated)).isTrue();
    evaluated.put(0, evaluated.select(new int[] {1}));
    assertThat(proof.holds(key().publicKey(), blinded, evaluated)).isFalse();
  }

  @Test
  void holdForFilesThatPassed() throws IOException {
    DeconflictRequest request = DeconflictRequest.read(file("request"));
    DeconflictAnswer answer = DeconflictAnswer.read(file("answer"));
    AskedSelectors kept = kept(request, answer);

    for (AskedSelectors.Line line : kept.lines()) {
      byte[] element =
          new OprfClient(OprfSuite.VOPRF)
              .blind(List.of(line.selector().input()), List.of(line.blind()));
      assertThat(HEX.formatHex(element)).isEqualTo(element(request, line.at()));
    }
    ObjectNode shared = JSON.createObjectNode();
    SharedContacts.find(kept, request, answer)
        .contacts()
        .forEach(one -> shared.put(one.selector().key(), one.desk()));
    assertThat(shared).isEqualTo(vectors.at("/exchange/shared")).hasSize(2);
    assertThat(kept.lines()).hasSize(3);
  }

  @Test
  void noLongerHoldOnceAByteOfTheAnswerChanged() throws IOException {
    byte[] answer = Files.readAllBytes(file("answer"));
    answer[answer.length - 1] ^= 1;
    Path changed = Files.write(folder.resolve("changed"), answer);

    assertThatThrownBy(() -> DeconflictAnswer.read(changed)).isInstanceOf(UserError.class);
  }

  private static AskedSelectors kept(DeconflictRequest request, DeconflictAnswer answer) {
    List<AskedSelectors.Line> lines = new ArrayList<>();
    for (JsonNode line : vectors.at("/exchange/asked")) {
      lines.add(
          new AskedSelectors.Line(
              line.path("at").asInt(), scalar(line, "blind"), Selector.of(text(line, "selector"))));
    }
    return new AskedSelectors(request.id(), answer.signer().fingerprint(), request.hash(), lines);
  }

  private static String element(DeconflictRequest request, int at) {
    return HEX.formatHex(request.elements(), at * P256.ELEMENT, (at + 1) * P256.ELEMENT);
  }

  private static OprfKey key() {
    return new OprfKey(OprfSuite.VOPRF, scalar(vectors, "key"));
  }

  private static AffinePoints points(String name) {
    List<ECPoint> points = new ArrayList<>();
    vectors
        .path("selectors")
        .forEach(vector -> points.add(P256.decode(HEX.parseHex(text(vector, name)))));
    return AffinePoints.of(points.toArray(ECPoint[]::new));
  }

  private static BigInteger scalar(JsonNode node, String name) {
    return P256.decodeScalar(HEX.parseHex(text(node, name)));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private Path file(String name) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(text(vectors.path("exchange"), name));
    return Files.write(folder.resolve(name), bytes);
  }
}
