package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;

/**
 * An id as a person copies it from an answer: also an alert's, which stands for what the alert is
 * about.
 */
final class TypedId {
  private final AdvertIndex index;
  private final String typed;
  private final String id;

  private TypedId(AdvertIndex index, String typed, String id) {
    this.index = index;
    this.typed = typed;
    this.id = id;
  }

  static TypedId of(AdvertIndex index, String typed) throws IOException {
    String id = typed.strip();
    Optional<Alert> alert = id.startsWith("w-") ? index.findAlert(id) : Optional.empty();
    return new TypedId(index, id, alert.map(Alert::subject).orElse(id));
  }

  /** Returns the id of what is meant. */
  String id() {
    return id;
  }

  /**
   * Returns the error of a command that shows nothing of this id: with the command that does, if
   * there is one.
   *
   * @param must what must hold, such as "a cluster must be named by its id"
   */
  UserError unknown(String must) throws IOException {
    return unknown(must, "");
  }

  /** As above, of a command that shows a network: what is in none is said to be so. */
  UserError inNoNetwork(String must) throws IOException {
    return unknown(must, index.findNetworkOf(id).isPresent() ? "" : " in no network");
  }

  private UserError unknown(String must, String alone) throws IOException {
    String name = SafeText.line(id);
    String about = id.equals(typed) ? "" : "the alert is about " + name + ", and ";
    String kind = kind(alone);
    return UserError.ofInput(
        kind.isEmpty()
            ? "%s, but none has '%s'".formatted(must, SafeText.line(typed))
            : "%s, but %s'%s' is %s".formatted(must, about, name, kind));
  }

  private String kind(String alone) throws IOException {
    if (index.findCluster(id).isPresent()) {
      return "a cluster%s: type ./vigie cluster %s".formatted(alone, SafeText.line(id));
    }
    if (index.findNetwork(id).isPresent()) {
      return "a network: type ./vigie network " + SafeText.line(id);
    }
    if (index.findContact(id).isPresent()) {
      return "a contact%s: type ./vigie contact '%s'".formatted(alone, SafeText.line(id));
    }
    return index.findAdvert(id).isPresent()
        ? "an advert%s: type ./vigie show %s".formatted(alone, SafeText.line(id))
        : "";
  }
}
