package org.vigie.casework.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.failure.UserError;

/**
 * A collection of a TAXII 2.1 server: objects go in envelopes as large as the server takes, and
 * what it says of them is waited for.
 *
 * @see <a href="https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html">TAXII 2.1</a>
 */
public final class TaxiiCollection implements PartnerServer {
  private static final String MEDIA_TYPE = "application/taxii+json;version=2.1";
  private static final long POLL_MILLIS = 500;
  private static final int ENVELOPE_BYTES = "{\"objects\":[]}".length();

  private final URI collection;
  private final URI root;
  private final PartnerHttp http;
  private final long patienceMillis;

  /**
   * @param address of the collection: {@code …/collections/ID/}
   * @param key name and password with a colon between, or a token
   */
  public TaxiiCollection(String address, String key, ServerTrust trust) {
    this.collection = PartnerAddress.parse(address);
    this.root = collection.resolve("../../");
    if (!collection.toString().matches(".*/collections/[^/]+/")) {
      throw UserError.ofUsage(
          "--taxii must be the address of a collection, such as https://taxii.example.org/api/collections/ID/, but isn't");
    }
    this.http = new PartnerHttp(authorization(key), MEDIA_TYPE, trust.context(), trust.patience());
    this.patienceMillis = trust.patience().toMillis();
  }

  private static String authorization(String key) {
    return key.contains(":")
        ? "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))
        : "Bearer " + key;
  }

  @Override
  public PartnerFormat format() {
    return PartnerFormat.STIX;
  }

  @Override
  public Receipt push(String document) throws IOException, InterruptedException {
    PartnerHttp.Answer api = http.get(root);
    if (!api.isFine()) {
      throw api.refusal("be the API root of a TAXII server");
    }
    int sent = 0;
    int taken = 0;
    String last = "";
    long most = api.json().path("max_content_length").asLong(Long.MAX_VALUE);
    for (List<JsonNode> part : parts(PartnerHttp.own(document).path("objects"), most)) {
      PartnerHttp.Answer answer =
          http.post(collection.resolve("objects/"), "{\"objects\":" + part + "}");
      if (answer.status() != 202) {
        throw answer.refusal("take objects");
      }
      answer = settled(answer);
      sent += part.size();
      taken += answer.json().path("success_count").asInt();
      last = answer.text();
    }
    return new Receipt("objects sent", sent, taken, last);
  }

  private PartnerHttp.Answer settled(PartnerHttp.Answer first) throws InterruptedException {
    PartnerHttp.Answer answer = first;
    String id = first.json().path("id").asText();
    long end = System.nanoTime() + patienceMillis * 1_000_000;
    while (answer.json().path("status").asText().equals("pending")) {
      if (System.nanoTime() - end > 0 || !id.matches("[A-Za-z0-9-]+")) {
        throw answer.refusal("say in time which objects it took");
      }
      Thread.sleep(POLL_MILLIS);
      answer = http.get(root.resolve("status/" + id + "/"));
      if (!answer.isFine()) {
        throw answer.refusal("say which objects it took");
      }
    }
    return answer;
  }

  /** Cuts objects into envelopes, each as large as the server takes. */
  private static List<List<JsonNode>> parts(JsonNode objects, long most) {
    List<List<JsonNode>> parts = new ArrayList<>();
    long room = 0;
    for (JsonNode object : objects) {
      // A list of nodes is written with a comma and a blank between two.
      long length = object.toString().getBytes(StandardCharsets.UTF_8).length + 2L;
      if (ENVELOPE_BYTES + length > most) {
        throw UserError.ofInput(
            "an object must have at most %d bytes for this server, but one has %d"
                .formatted(most, length));
      }
      if (parts.isEmpty() || length > room) {
        parts.add(new ArrayList<>());
        room = most - ENVELOPE_BYTES;
      }
      parts.getLast().add(object);
      room -= length;
    }
    return parts;
  }
}
