package org.vigie.lab.bench.independent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * A search in Lucene alone: one word in the field {@code text}, the ten best with what is stored.
 */
public final class RawSearch {
  private static final int HITS = 10;

  private RawSearch() {}

  /**
   * Searches and prints.
   *
   * @param args the word, then the folders of the indexes that are searched together
   */
  public static void main(String[] args) throws IOException {
    List<IndexReader> readers = new ArrayList<>();
    for (String folder : List.of(args).subList(1, args.length)) {
      readers.add(DirectoryReader.open(FSDirectory.open(Path.of(folder))));
    }
    try (MultiReader all = new MultiReader(readers.toArray(IndexReader[]::new))) {
      StoredFields stored = all.storedFields();
      TermQuery query = new TermQuery(new Term("text", args[0]));
      for (ScoreDoc hit : new IndexSearcher(all).search(query, HITS).scoreDocs) {
        System.out.println(stored.document(hit.doc));
      }
    }
  }
}
