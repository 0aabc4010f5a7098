package org.example.vigie;

import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.plugin.ExporterPlugin;

/** A list of ids and sites, a line each, with a title and their number. */
public final class TextList implements ExporterPlugin {
  private int written;

  @Override
  public String name() {
    return "text-list";
  }

  @Override
  public String start() {
    written = 0;
    return "Adverts\n";
  }

  @Override
  public String advert(AssessedAdvert advert) {
    written++;
    return advert.advert().id() + " " + advert.advert().site() + "\n";
  }

  @Override
  public String end() {
    return written + " in all\n";
  }
}
