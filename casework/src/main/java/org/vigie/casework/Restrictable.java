package org.vigie.casework;

import java.io.IOException;
import java.util.Optional;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.search.AdvertIndex;

/** What in an index can be restricted. */
public final class Restrictable {
  private Restrictable() {}

  /** Finds something by its exact id, former name or key, under its present one. */
  public static Optional<Subject> find(AdvertIndex index, Subject asked) throws IOException {
    return switch (asked.kind()) {
      case ADVERT ->
          index
              .findAdvert(asked.id())
              .map(found -> found.advert().id())
              .filter(asked.id()::equals)
              .map(id -> new Subject(Subject.Kind.ADVERT, id));
      case CLUSTER ->
          index
              .findCluster(asked.id())
              .map(ClusterProfile::id)
              .map(id -> new Subject(Subject.Kind.CLUSTER, id));
      case CONTACT ->
          index
              .findContact(asked.id())
              .map(ContactProfile::key)
              .map(key -> new Subject(Subject.Kind.CONTACT, key));
      case ALERT, CASE -> Optional.empty();
    };
  }
}
