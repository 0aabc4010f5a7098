package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.stream.StreamFindings;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;

/** Adverts, clusters, contacts, networks and alerts, one by one and as searches list them. */
record ShownIndex(Workspace workspace) implements StoredView {
  private static final int WORDS = 8;

  @Override
  public String kind() {
    return "index";
  }

  @Override
  public Path folder() {
    return workspace.index();
  }

  @Override
  public String all() throws IOException {
    StringBuilder shown = new StringBuilder(StreamFindings.in(workspace).toString());
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      shown.append(index.search(SearchRequest.of("")));
      for (int word = 0; word < WORDS; word++) {
        shown.append(index.search(SearchRequest.of(LoadedConsole.word(word))));
      }
      shown.append(index.counts());
    }
    return shown.toString();
  }
}
