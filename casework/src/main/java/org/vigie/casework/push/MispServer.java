package org.vigie.casework.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import org.vigie.exchange.partner.PartnerFormat;

/**
 * A MISP server: an event that it hasn't is added, one that it has is edited, so that pushing twice
 * makes none twice.
 *
 * @see <a href="https://www.misp-project.org/openapi/">MISP Automation API</a>
 */
public final class MispServer implements PartnerServer {
  private final URI address;
  private final PartnerHttp http;

  /**
   * @param address where its pages begin
   * @param key its authorization key
   */
  public MispServer(String address, String key, ServerTrust trust) {
    this.address = PartnerAddress.parse(address);
    this.http = new PartnerHttp(key, "application/json", trust.context(), trust.patience());
  }

  @Override
  public PartnerFormat format() {
    return PartnerFormat.MISP;
  }

  @Override
  public Receipt push(String document) throws IOException, InterruptedException {
    JsonNode event = PartnerHttp.own(document).path("Event");
    String uuid = event.path("uuid").asText();
    boolean known = isThere(uuid);
    PartnerHttp.Answer answer =
        http.post(address.resolve(known ? "events/edit/" + uuid : "events/add"), document);
    JsonNode stored = answer.json().path("Event");
    if (!answer.isFine() || !stored.path("uuid").asText().equals(uuid)) {
      throw answer.refusal("take the event");
    }
    return new Receipt(
        "event %s %s".formatted(uuid, known ? "updated" : "added"),
        attributes(event),
        attributes(stored),
        answer.text());
  }

  private boolean isThere(String uuid) throws InterruptedException {
    PartnerHttp.Answer answer = http.head(address.resolve("events/view/" + uuid));
    if (answer.status() != 404 && !answer.isFine()) {
      throw answer.refusal("say whether it has the event");
    }
    return answer.isFine();
  }

  /** Returns how many attributes an event has: a server drops those that it finds invalid. */
  private static int attributes(JsonNode event) {
    int count = event.path("Attribute").size();
    for (JsonNode object : event.path("Object")) {
      count += object.path("Attribute").size();
    }
    return count;
  }
}
