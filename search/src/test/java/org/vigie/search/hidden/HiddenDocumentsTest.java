package org.vigie.search.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.Kind;

class HiddenDocumentsTest {
  private final HiddenDocuments documents = new HiddenDocuments();
  private final Directory directory = new ByteBuffersDirectory();

  /** Numbers of documents in segments whose terms were asked for. */
  private final List<Integer> lookedIn = new ArrayList<>();

  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    writer =
        new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
    segment("a", "b", "c");
    segment("d", "e");
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  @Test
  void areLookedUpOnceInASegmentAndAfterwardsInNewOnesAlone() throws IOException {
    try (DirectoryReader first = new Counted(DirectoryReader.open(directory))) {
      assertThat(shown(first, hidden("b", "d"))).isEqualTo(3);
      assertThat(lookedIn).contains(3, 2);
      lookedIn.clear();
      assertThat(shown(first, hidden("b", "d"))).isEqualTo(3);
      assertThat(lookedIn).isEmpty();

      writer.deleteDocuments(Kind.ADVERT.keyTerm("a"), Kind.ADVERT.keyTerm("d"));
      segment("f");
      try (DirectoryReader second = DirectoryReader.openIfChanged(first)) {
        assertThat(shown(second, hidden("b", "d"))).isEqualTo(3);
        assertThat(lookedIn).containsOnly(1);
      }
    }
  }

  @Test
  void areLookedUpAnewOnceOthersAreHidden() throws IOException {
    try (DirectoryReader reader = new Counted(DirectoryReader.open(directory))) {
      shown(reader, hidden("b"));
      lookedIn.clear();

      assertThat(shown(reader, hidden("a", "b", "c", "d"))).isEqualTo(1);

      assertThat(lookedIn).contains(3, 2);
    }
  }

  @Test
  void copyNothingOfASegmentThatHidesNothing() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexReader shown = ShownReader.of(reader, hidden("d"), documents);

      assertThat(shown.leaves().get(0).reader().getLiveDocs()).isNull();
      assertThat(shown.leaves().get(1).reader().getLiveDocs()).isNotNull();
    }
  }

  private int shown(IndexReader reader, HiddenThings hidden) throws IOException {
    return ShownReader.of(reader, hidden, documents).numDocs();
  }

  private static HiddenThings hidden(String... adverts) {
    return new HiddenThings(
        Set.of(adverts), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of());
  }

  private void segment(String... adverts) throws IOException {
    for (String advert : adverts) {
      Document document = new Document();
      document.add(
          new StringField(Fields.KEY, Kind.ADVERT.keyTerm(advert).bytes(), Field.Store.NO));
      writer.addDocument(document);
    }
    writer.commit();
  }

  /** A reader that notes whose terms are asked for. */
  private final class Counted extends FilterDirectoryReader {
    Counted(DirectoryReader reader) throws IOException {
      super(
          reader,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
              return new FilterLeafReader(segment) {
                @Override
                public Terms terms(String field) throws IOException {
                  lookedIn.add(in.maxDoc());
                  return super.terms(field);
                }

                @Override
                public CacheHelper getCoreCacheHelper() {
                  return in.getCoreCacheHelper();
                }

                @Override
                public CacheHelper getReaderCacheHelper() {
                  return in.getReaderCacheHelper();
                }
              };
            }
          });
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
      return new Counted(reader);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
