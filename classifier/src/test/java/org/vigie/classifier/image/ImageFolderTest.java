package org.vigie.classifier.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  private final String before = System.getProperty(ImageFolder.PROPERTY, "");

  @TempDir Path folder;

  @AfterEach
  void restore() {
    System.setProperty(ImageFolder.PROPERTY, before);
  }

  @Test
  void isThatOfTheProcessesThatAProcessStarts() {
    System.setProperty(ImageFolder.PROPERTY, folder.toString());

    assertThat(ImageFolder.javaOptions()).containsExactly("-Dvigie.images=" + folder);
  }

  @Test
  void isNoneWhereAProcessHasNone() {
    System.setProperty(ImageFolder.PROPERTY, "");

    assertThat(ImageFolder.javaOptions()).isEmpty();
  }
}
