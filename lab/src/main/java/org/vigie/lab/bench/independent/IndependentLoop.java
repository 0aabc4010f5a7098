package org.vigie.lab.bench.independent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Adverts from JSON Lines into an index in one thread, with no class of ours: JSON, SHA-256,
 * MinHash and LSH, language, a risk, phones by libphonenumber, and one Lucene document each.
 */
public final class IndependentLoop implements AutoCloseable {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final int LANGUAGES = 35;

  private final HashedModel languages = new HashedModel(LANGUAGES, 1);
  private final HashedModel risks = new HashedModel(1, 2);
  private final MinHashBands alike = new MinHashBands();
  private final Set<String> seen = new HashSet<>();
  private final IndexWriter index;

  /**
   * @param directory of the index, which is made anew
   */
  public IndependentLoop(Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
    index = new IndexWriter(directory, config.setOpenMode(IndexWriterConfig.OpenMode.CREATE));
  }

  /**
   * Reads a file into an index.
   *
   * @param args the file in JSON Lines, then the folder of the index
   */
  public static void main(String[] args) throws IOException {
    try (Directory directory = FSDirectory.open(Path.of(args[1]));
        IndependentLoop loop = new IndependentLoop(directory)) {
      for (String line : Files.readAllLines(Path.of(args[0]))) {
        loop.take(line);
      }
    }
  }

  /**
   * Takes an advert in, unless the same text came before.
   *
   * @param line an object with {@code text}, and {@code title} and {@code country} if it has them
   */
  public void take(String line) throws IOException {
    JsonNode advert = JSON.readTree(line);
    String text = (advert.path("title").asText() + "\n" + advert.path("text").asText()).strip();
    String id = hash(text);
    if (!seen.add(id)) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String[] words = NOT_WORDS.split(lower);
    Document document = new Document();
    document.add(new StringField("id", id, Store.YES));
    document.add(new TextField("text", text, Store.YES));
    int language = HashedModel.best(languages.byLetters(lower, 1, 3));
    document.add(new StringField("language", Integer.toString(language), Store.YES));
    double risk = 1 / (1 + Math.exp(-risks.byWords(words)[0]));
    document.add(new DoubleField("risk", risk, Store.YES));
    document.add(new StringField("group", Integer.toString(alike.add(words)), Store.YES));
    for (PhoneNumberMatch match :
        PHONES.findNumbers(text, advert.path("country").asText("US").toUpperCase(Locale.ROOT))) {
      String phone = PHONES.format(match.number(), PhoneNumberFormat.E164);
      document.add(new StringField("phone", phone, Store.YES));
    }
    index.addDocument(document);
  }

  /** Returns how many different texts there were. */
  public int size() {
    return seen.size();
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    index.close();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
