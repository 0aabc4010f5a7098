package org.vigie.web.pages.part;

import java.io.IOException;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.casework.Subject;

/** What addresses name, as the index knows it: a former name leads to the present one. */
public final class Subjects {
  private final LiveIndex index;

  public Subjects(LiveIndex index) {
    this.index = index;
  }

  /** Finds the subject of a kind that an id names. */
  public Optional<Subject> find(Subject.Kind kind, String id) throws IOException {
    Optional<Optional<String>> known =
        index.read(adverts ->
            switch (kind) {
              case ADVERT -> adverts.findAdvert(id).map(found -> found.advert().id());
              case CLUSTER -> adverts.findCluster(id).map(ClusterProfile::id);
              case ALERT -> adverts.findAlert(id).map(Alert::id);
              case CONTACT -> adverts.findContact(id).map(ContactProfile::key);
              case CASE -> Optional.empty();
            });
    return known.flatMap(found -> found).map(present -> new Subject(kind, present));
  }
}
