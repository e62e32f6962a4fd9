/** The shape of a lecture: the app reads lecturers' own files by the same one. */
export {
  LectureFile as Lecture,
  type LectureFile as LectureFacts,
  type StepFile as StepFacts,
} from '../../src/lib/atlas/lecture-schema';
