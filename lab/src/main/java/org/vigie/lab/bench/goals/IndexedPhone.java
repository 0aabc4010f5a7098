package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContactType;
import org.vigie.search.analysis.Fields;

/** A phone number that adverts of an index name. */
final class IndexedPhone {
  private IndexedPhone() {}

  /**
   * Returns the first one, as a query asks for it; empty if no advert names any.
   *
   * @param shards folders of Lucene indexes
   */
  static Optional<String> in(List<Path> shards) throws IOException {
    String prefix = ContactType.PHONE.label() + ":+";
    for (Path shard : shards) {
      try (Directory directory = FSDirectory.open(shard);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          Optional<String> phone = first(leaf.reader().terms(Fields.CONTACT), prefix);
          if (phone.isPresent()) {
            return phone;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> first(@Nullable Terms terms, String prefix) throws IOException {
    if (terms == null) {
      return Optional.empty();
    }
    TermsEnum each = terms.iterator();
    if (each.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
      return Optional.empty();
    }
    return Optional.of(each.term().utf8ToString()).filter(found -> found.startsWith(prefix));
  }
}
