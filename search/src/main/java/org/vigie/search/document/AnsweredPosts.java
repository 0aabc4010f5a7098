package org.vigie.search.document;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.analysis.TextAnalysis;

/**
 * Finds the post that another one answers, as far as its site says which one that is: by an
 * address, by the site's own id, or by the number of a post in the same topic.
 */
public final class AnsweredPosts {
  /** Declared by who answers: address, own id, or number of what is answered. */
  private static final String ANSWERED = Advert.CONTEXT + "replyTo";

  /** Declared by a post that has a number in its topic. */
  private static final String NUMBER = Advert.CONTEXT + "post";

  /** Posts under one title that are looked at: topics of one site may bear the same. */
  private static final int MOST_POSTS = 1_000;

  /** Words of a title that are looked for: one may be as long as a text, a query may not. */
  private static final int MOST_WORDS = 100;

  private final IndexDocuments documents;
  private final AdvertNames names;

  public AnsweredPosts(IndexDocuments documents, AdvertNames names) {
    this.documents = documents;
    this.names = names;
  }

  /** Returns what a post answers, the newest version; nothing if that isn't told or isn't held. */
  public Optional<AssessedAdvert> answeredBy(Advert reply) throws IOException {
    String answered = reply.fields().getOrDefault(ANSWERED, "");
    if (answered.isEmpty()) {
      return Optional.empty();
    }
    return reply.fields().containsKey(NUMBER)
        ? inTopic(reply, answered)
        : bySourceId(reply, answered);
  }

  private Optional<AssessedAdvert> bySourceId(Advert reply, String answered) throws IOException {
    boolean isAddress = answered.contains("://");
    if (!isAddress) {
      return names.bySourceId(answered, ofSite(reply));
    }
    Optional<AssessedAdvert> byAddress = names.bySourceId(answered, new MatchAllDocsQuery());
    return byAddress.isPresent()
        ? byAddress
        : names.bySourceId(path(answered), ofSite(reply)); // as channels name their messages
  }

  /** Posts of a topic bear its title, and their addresses end in their numbers. */
  private Optional<AssessedAdvert> inTopic(Advert reply, String answered) throws IOException {
    List<String> title = TextAnalysis.words(reply.title());
    String topic = topic(reply);
    if (title.isEmpty() || topic.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder posts = new BooleanQuery.Builder().add(ofSite(reply), Occur.FILTER);
    title.stream()
        .distinct()
        .limit(MOST_WORDS)
        .forEach(word -> posts.add(new TermQuery(new Term(Fields.TITLE, word)), Occur.FILTER));
    for (ScoreDoc found :
        documents.first(
            IndexDocuments.ofKind(Kind.ADVERT, posts.build()), MOST_POSTS, AdvertNames.NEWEST)) {
      AssessedAdvert post = documents.record(found.doc, AssessedAdvert.class);
      Map<String, String> fields = post.advert().fields();
      if (answered.equals(fields.get(NUMBER)) && topic(post.advert()).equals(topic)) {
        return Optional.of(post);
      }
    }
    return Optional.empty();
  }

  private static TermQuery ofSite(Advert reply) {
    return new TermQuery(new Term(Fields.SITE, Keywords.folded(reply.site())));
  }

  /** Returns the address of the topic that a numbered post stands in, or empty. */
  private static String topic(Advert post) {
    String end = "/" + post.fields().getOrDefault(NUMBER, "");
    return post.url().endsWith(end)
        ? post.url().substring(0, post.url().length() - end.length())
        : "";
  }

  private static String path(String address) {
    try {
      String path = URI.create(address).getPath();
      return path == null || path.isEmpty() ? address : path.substring(1);
    } catch (IllegalArgumentException e) {
      return address; // what a site declares may be anything
    }
  }
}
