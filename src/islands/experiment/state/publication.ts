/** Under what name, number and address an experiment is published: what links, embeddings and citations of it say. */
export interface Publication {
  /** "Experiment 2.3"; "Experiment" where no chapter shows it. */
  name: string;
  /** The chapter that shows it; absent if there is none. Addresses are absolute, on the published site. */
  chapter?: { title: string; address: string };
  /** Where it is read: in its chapter, else on the page of its own. */
  address: string;
  /** The page that shows it alone, for frames of other sites. */
  embed: string;
  /** Path of the page that documents links, frames and messages. */
  guide: string;
  /** Of Fully Connected. */
  version: string;
  /** When what is published of it last changed, YYYY-MM-DD; absent where that is not known. */
  date?: string;
}
