package org.vigie.pipeline.alert;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.NoIndexException;

/**
 * What alerts that leave the workspace must not be about: all that is restricted, and whatever an
 * alert would count it into.
 *
 * @param contacts keys of restricted contacts, of which adverts may still come
 * @param names restricted adverts, clusters and contacts, and clusters, contacts and networks that
 *     hold some of them
 */
public record Withheld(Set<String> contacts, Set<String> names) implements Serializable {
  public Withheld {
    contacts = Set.copyOf(contacts);
    names = Set.copyOf(names);
  }

  /** Returns nothing. */
  public static Withheld none() {
    return new Withheld(Set.of(), Set.of());
  }

  /**
   * Returns what is withheld of what an index holds.
   *
   * @param index folder of the shards; there may be none yet
   */
  public static Withheld of(Hidden hidden, Path index) throws IOException {
    if (hidden.equals(Hidden.none())) {
      return none();
    }
    Set<String> names = new TreeSet<>(hidden.adverts());
    names.addAll(hidden.clusters());
    names.addAll(hidden.contacts());
    try (AdvertIndex opened = AdvertIndex.open(index, hidden)) {
      names.addAll(opened.unshown());
    } catch (NoIndexException e) {
      // Nothing was read yet here: what comes is told by the stream itself.
    }
    return new Withheld(hidden.contacts(), names);
  }

  public boolean isEmpty() {
    return contacts.isEmpty() && names.isEmpty();
  }
}
